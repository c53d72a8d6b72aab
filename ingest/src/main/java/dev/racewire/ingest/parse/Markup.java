// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The value of a text element and how it is to be read. */
record Markup(String value, Kind kind) {
    enum Kind {
        /** Characters that mean themselves. */
        TEXT,
        /** HTML. */
        HTML,
        /** Said to be plain text, or nothing said: HTML when it looks like it. */
        EITHER
    }

    static final Markup NONE = new Markup("", Kind.TEXT);

    boolean isBlank() {
        return value.isBlank();
    }

    /** What an element holds between its tags, as its attributes say that it is to be read. */
    static Markup of(String text, int from, int to, Attributes attributes, boolean mayBeText) {
        String type = attributes.word("type");
        if (isBinary(type)) {
            return NONE;
        }
        int tag = text.indexOf('<', from);
        if (tag < 0 || tag >= to) {
            String value = CharacterReferences.decode(text.substring(from, to));
            if (attributes.word("mode").equals("base64") || type.contains("octet-stream")) {
                value = base64(value);
            }
            return new Markup(value, kind(type, mayBeText));
        }
        return mixed(text, from, to, kind(type, mayBeText));
    }

    private static boolean isBinary(String type) {
        return type.startsWith("image/") || type.startsWith("audio/") || type.startsWith("video/");
    }

    private static Kind kind(String type, boolean mayBeText) {
        if (type.contains("html") || type.contains("xml")) {
            return Kind.HTML;
        }
        return mayBeText ? Kind.EITHER : Kind.HTML;
    }

    /** Text with sections or elements in it. With elements it is a piece of HTML as it stands, references and all. */
    private static Markup mixed(String text, int from, int to, Kind kind) {
        boolean elements = hasElements(text, from, to);
        StringBuilder out = new StringBuilder(to - from);
        int i = from;
        while (i < to) {
            int tag = text.indexOf('<', i);
            int stop = tag < 0 || tag > to ? to : tag;
            String piece = text.substring(i, stop);
            out.append(elements ? piece : CharacterReferences.decode(piece));
            i = stop < to ? copyTag(text, stop, to, out) : to;
        }
        return new Markup(out.toString(), elements ? Kind.HTML : kind);
    }

    private static boolean hasElements(String text, int from, int to) {
        int i = text.indexOf('<', from);
        while (i >= 0 && i < to - 1) {
            char next = text.charAt(i + 1);
            if (XmlScanner.isNameStart(next) || next == '/') {
                return true;
            }
            int end = next == '!' || next == '?' ? specialEnd(text, i) : i + 1;
            i = end < 0 ? -1 : text.indexOf('<', end);
        }
        return false;
    }

    private static int copyTag(String text, int at, int to, StringBuilder out) {
        if (text.startsWith("<![CDATA[", at)) {
            int end = text.indexOf("]]>", at + 9);
            int stop = end < 0 || end > to ? to : end;
            out.append(text, Math.min(at + 9, stop), stop);
            return Math.min(to, stop + 3);
        }
        char next = at + 1 < to ? text.charAt(at + 1) : ' ';
        if (next == '!' || next == '?') {
            int end = specialEnd(text, at);
            return end < 0 || end > to ? to : end;
        }
        out.append('<');
        return at + 1;
    }

    private static int specialEnd(String text, int at) {
        String mark = text.startsWith("<!--", at) ? "-->" : text.startsWith("<![CDATA[", at) ? "]]>" : ">";
        int end = text.indexOf(mark, at + 2);
        return end < 0 ? -1 : end + mark.length();
    }

    private static String base64(String value) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(value.getBytes(StandardCharsets.ISO_8859_1));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    /** The kind as Atom's {@code type}: it goes through Rome and comes back by {@link #ofAtom}. */
    String atomType() {
        return switch (kind) {
            case TEXT -> "text/plain";
            case HTML -> "html";
            case EITHER -> "text";
        };
    }

    static Markup ofAtom(String value, @Nullable String type) {
        Kind kind = "html".equals(type) ? Kind.HTML : "text".equals(type) ? Kind.EITHER : Kind.TEXT;
        return new Markup(value, kind);
    }
}
