// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The attributes of one start tag: names in lower case with their prefix, values decoded. At most {@value #MAX}. */
final class Attributes {
    static final Attributes NONE = new Attributes("", 0, 0);
    static final int MAX = 64;

    private final String text;
    private final int to;
    private final List<String> names = new ArrayList<>(4);
    private final List<String> values = new ArrayList<>(4);

    private Attributes(String text, int from, int to) {
        this.text = text;
        this.to = to;
        int i = from;
        while (i < to && names.size() < MAX) {
            i = read(i);
        }
    }

    static Attributes of(String text, int from, int to) {
        return from >= to ? NONE : new Attributes(text, from, to);
    }

    private int read(int from) {
        int start = skipSpace(from);
        int end = start;
        while (end < to && !XmlScanner.isSpace(text.charAt(end)) && text.charAt(end) != '=') {
            end++;
        }
        int i = skipSpace(end);
        if (i >= to || text.charAt(i) != '=') {
            return Math.max(i, from + 1);
        }
        return value(text.substring(start, end).toLowerCase(Locale.ROOT), skipSpace(i + 1));
    }

    private int value(String name, int from) {
        if (from >= to) {
            return to;
        }
        char quote = text.charAt(from);
        boolean quoted = quote == '"' || quote == '\'';
        int start = quoted ? from + 1 : from;
        int end = start;
        while (end < to && (quoted ? text.charAt(end) != quote : !XmlScanner.isSpace(text.charAt(end)))) {
            end++;
        }
        names.add(name);
        values.add(CharacterReferences.decode(text.substring(start, end)));
        return end + 1;
    }

    private int skipSpace(int from) {
        int i = from;
        while (i < to && XmlScanner.isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The value under a name given in lower case. */
    @Nullable
    String get(String name) {
        int i = names.indexOf(name);
        return i < 0 ? null : values.get(i);
    }

    /** The trimmed value, lower-cased; or the empty string. */
    String word(String name) {
        String value = get(name);
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }

    void forEach(BiConsumer<String, String> action) {
        for (int i = 0; i < names.size(); i++) {
            action.accept(names.get(i), values.get(i));
        }
    }
}
