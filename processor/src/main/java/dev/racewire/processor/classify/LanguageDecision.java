// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides the language of a text: by its script, then as declared if the script allows it, then by detection. */
final class LanguageDecision {

    /** Units of a text that are looked at. */
    private static final int SAMPLE = 400;
    /** Share of the letters from which a script other than the commonest counts: names are often left in Latin. */
    private static final double SHARE = 0.25;

    private static final double SIGN_SHARE = 0.1;

    private final Languages languages;
    private final LanguageDetection detection;

    LanguageDecision(Languages languages) {
        this.languages = languages;
        this.detection = new LanguageDetection(languages.all());
    }

    String decide(String title, String summary, @Nullable String declared) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        count(title, letters);
        count(summary, letters);
        int total = letters.values().stream().mapToInt(Integer::intValue).sum();
        String known = languages.normalise(declared);
        if (total == 0) {
            return known == null ? Languages.UNKNOWN : known;
        }
        List<Language> possible =
                languages.all().stream().filter(l -> fits(l, letters, total)).toList();
        if (known != null && possible.stream().anyMatch(l -> l.code().equals(known))) {
            return known;
        }
        // A language that is declared and not covered here is not one of those that are.
        if (known == null && declared != null && wellFormed(declared) && possible.size() != 1) {
            return Languages.UNKNOWN;
        }
        if (possible.size() <= 1) {
            return possible.isEmpty() ? Languages.UNKNOWN : possible.get(0).code();
        }
        return detection.detect(sample(title, summary), possible);
    }

    private static boolean wellFormed(String declared) {
        String code = declared.strip();
        return code.length() >= 2 && !code.equalsIgnoreCase(Languages.UNKNOWN) && Character.isLetter(code.charAt(0));
    }

    private boolean fits(Language language, Map<UnicodeScript, Integer> letters, int total) {
        UnicodeScript main = mainScript(letters, total);
        if (!language.scripts().contains(main)) {
            return false;
        }
        if (!language.signs().isEmpty()) {
            return share(language.signs(), letters) >= SIGN_SHARE * share(language.scripts(), letters)
                    && share(language.signs(), letters) > 0;
        }
        return languages.all().stream()
                .noneMatch(o -> !o.signs().isEmpty()
                        && o.scripts().contains(main)
                        && share(o.signs(), letters) >= SIGN_SHARE * share(o.scripts(), letters)
                        && share(o.signs(), letters) > 0);
    }

    /** The commonest script that is not the commonest of all scripts, if it has a fair share; else the commonest. */
    private static UnicodeScript mainScript(Map<UnicodeScript, Integer> letters, int total) {
        UnicodeScript best = UnicodeScript.LATIN;
        int most = 0;
        for (Map.Entry<UnicodeScript, Integer> entry : letters.entrySet()) {
            if (entry.getKey() != UnicodeScript.LATIN && entry.getValue() > most) {
                best = entry.getKey();
                most = entry.getValue();
            }
        }
        return most >= SHARE * total ? best : UnicodeScript.LATIN;
    }

    private static int share(Iterable<UnicodeScript> scripts, Map<UnicodeScript, Integer> letters) {
        int sum = 0;
        for (UnicodeScript script : scripts) {
            sum += letters.getOrDefault(script, 0);
        }
        return sum;
    }

    private static void count(String text, Map<UnicodeScript, Integer> letters) {
        int length = Math.min(text.length(), SAMPLE);
        for (int i = 0; i < length; i++) {
            char unit = text.charAt(i);
            if (unit < 128) {
                if ((unit | 0x20) >= 'a' && (unit | 0x20) <= 'z') {
                    letters.merge(UnicodeScript.LATIN, 1, Integer::sum);
                }
            } else if (Character.isLetter(unit)) {
                letters.merge(UnicodeScript.of(unit), 1, Integer::sum);
            }
        }
    }

    private static String sample(String title, String summary) {
        String text = title + "\n" + summary;
        return text.length() <= SAMPLE ? text : text.substring(0, SAMPLE);
    }
}
