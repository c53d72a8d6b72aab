// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The languages of a taxonomy, numbered for sets of bits, and which of them are read together. */
final class Languages {

    /** Code of a text whose language is not known. */
    static final String UNKNOWN = "und";

    /** Bit of terms that hold in every language. */
    static final long ANY = 1L;

    private final Map<String, Language> byCode = new LinkedHashMap<>();
    private final Map<String, Long> bits = new LinkedHashMap<>();
    private final Map<String, Long> readAs = new LinkedHashMap<>();
    private final Map<String, String> aliases;
    private final List<String> embedded;
    private final long readAsUnknown;

    /**
     * Makes the table.
     *
     * @param languages the languages in their order, at most 62
     * @param aliases other codes that stand for one of them
     * @param groups languages that share their terms
     * @param embedded languages whose words stand in texts of other scripts, as English does in Chinese
     */
    Languages(List<Language> languages, Map<String, String> aliases, List<List<String>> groups, List<String> embedded) {
        this.aliases = Map.copyOf(aliases);
        this.embedded = List.copyOf(embedded);
        long bit = ANY;
        for (Language language : languages) {
            bit <<= 1;
            byCode.put(language.code(), language);
            bits.put(language.code(), bit);
        }
        for (Language language : languages) {
            readAs.put(language.code(), bit(language.code()) | shared(language, groups) | otherScripts(language));
        }
        readAsUnknown = otherScripts(null);
    }

    private long shared(Language language, List<List<String>> groups) {
        long set = ANY;
        for (List<String> group : groups) {
            if (group.contains(language.code())) {
                for (String member : group) {
                    set |= bit(member);
                }
            }
        }
        return set;
    }

    /** Words of another script can only be that script's languages, so they are read wherever they stand. */
    private long otherScripts(@Nullable Language language) {
        long set = ANY;
        for (Language other : byCode.values()) {
            boolean same = language != null && other.sharesScript(language);
            if (!same && (embedded.contains(other.code()) || !sharesScriptWithEmbedded(other))) {
                set |= bit(other.code());
            }
        }
        return set;
    }

    private boolean sharesScriptWithEmbedded(Language language) {
        return embedded.stream().map(byCode::get).anyMatch(e -> e != null && e.sharesScript(language));
    }

    List<String> codes() {
        return List.copyOf(byCode.keySet());
    }

    List<Language> all() {
        return new ArrayList<>(byCode.values());
    }

    @Nullable
    Language get(String code) {
        return byCode.get(code);
    }

    long bit(String code) {
        return bits.getOrDefault(code, 0L);
    }

    /** Set of languages whose terms are looked for in a text of that language. */
    long readAs(String code) {
        return readAs.getOrDefault(code, readAsUnknown);
    }

    /** The taxonomy's code for a declared language, or null when it covers none such. */
    @Nullable
    String normalise(@Nullable String declared) {
        if (declared == null) {
            return null;
        }
        String code = declared.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        int end = code.indexOf('-');
        String primary = end < 0 ? code : code.substring(0, end);
        String known = aliases.getOrDefault(primary, primary);
        return byCode.containsKey(known) ? known : null;
    }
}
