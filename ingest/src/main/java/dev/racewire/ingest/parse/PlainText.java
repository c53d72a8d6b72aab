// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * HTML to the words a reader sees: one line, no markup, scripts, control characters or invisible marks. One pass;
 * neither nested nor unclosed markup costs more than its length.
 */
final class PlainText {
    private static final Set<String> SILENT = Set.of("script", "style", "applet");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins",
            "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
            "tt", "u", "var", "wbr");
    private static final Pattern LOOKS_LIKE_HTML =
            Pattern.compile("</[a-zA-Z]|<[a-zA-Z]+ ?/?>|&#?[0-9a-zA-Z]{2,31};|<(?i:a|img|p|br|div|script|style)\\s");
    private static final int GUESS_ON = 20_000;

    private final String html;
    private final StringBuilder out;
    private boolean space;
    private char high;
    private boolean sections;
    private boolean commentBroken;

    private PlainText(String html) {
        this.html = html;
        this.out = new StringBuilder(Math.min(html.length(), 1 << 20));
    }

    /** The text, {@code max} characters at most; what lies beyond is not even read. */
    static String of(Markup markup, int max) {
        String value = markup.value();
        if (markup.kind() == Markup.Kind.TEXT || (markup.kind() == Markup.Kind.EITHER && !looksLikeHtml(value))) {
            return cut(clean(value.length() > 4 * max ? value.substring(0, 4 * max) : value), max);
        }
        return cut(new PlainText(value).strip(max), max);
    }

    /** Only white space and characters are put in order; brackets and ampersands are what they are. */
    static String clean(String text) {
        PlainText plain = new PlainText(text);
        for (int i = 0; i < text.length(); i++) {
            plain.put(text.charAt(i));
        }
        return plain.out.toString();
    }

    private static boolean looksLikeHtml(String value) {
        if (value.indexOf('<') < 0 && value.indexOf('&') < 0) {
            return false;
        }
        return LOOKS_LIKE_HTML
                .matcher(value.substring(0, Math.min(value.length(), GUESS_ON)))
                .find();
    }

    private String strip(int max) {
        int i = 0;
        StringBuilder reference = new StringBuilder(2);
        while (i < html.length() && out.length() <= max) {
            char c = html.charAt(i);
            if (c == '<') {
                i = tag(i);
            } else if (c == ']' && sections && html.startsWith("]]>", i)) {
                i += 3;
            } else if (c == '&') {
                reference.setLength(0);
                i = CharacterReferences.decodeAt(html, i, html.length(), reference);
                for (int k = 0; k < reference.length(); k++) {
                    put(reference.charAt(k));
                }
            } else {
                put(c);
                i++;
            }
        }
        return out.toString();
    }

    private int tag(int at) {
        char next = at + 1 < html.length() ? html.charAt(at + 1) : ' ';
        if (next == '!' || next == '?') {
            return special(at);
        }
        boolean closing = next == '/';
        int from = closing ? at + 2 : at + 1;
        if (from >= html.length() || !XmlScanner.isAsciiLetter(html.charAt(from))) {
            put('<');
            return at + 1;
        }
        String name = name(from);
        if (!INLINE.contains(name)) {
            space = true;
        }
        int end = tagEnd(from);
        return !closing && SILENT.contains(name) && html.charAt(end - 2) != '/' ? elementEnd(written(from), end) : end;
    }

    private String name(int from) {
        String name = written(from).toLowerCase(Locale.ROOT);
        return name.substring(name.indexOf(':') + 1);
    }

    /** The name as it stands, with its prefix. */
    private String written(int from) {
        int end = from;
        while (end < html.length() && end < from + 40 && XmlScanner.isNamePart(html.charAt(end))) {
            end++;
        }
        return html.substring(from, end);
    }

    private int special(int at) {
        if (html.startsWith("<!--", at)) {
            int end = commentBroken ? -1 : html.indexOf("-->", at + 4);
            commentBroken = end < 0;
            return end < 0 ? after('>', at) : end + 3;
        }
        if (html.startsWith("<![CDATA[", at)) {
            sections = true;
            return at + 9;
        }
        char next = at + 2 < html.length() ? html.charAt(at + 2) : '>';
        if (html.charAt(at + 1) == '!' && !XmlScanner.isAsciiLetter(next) && next != '[' && next != '>') {
            put('<');
            return at + 1;
        }
        return after('>', at);
    }

    private int after(char c, int from) {
        int end = html.indexOf(c, from);
        return end < 0 ? html.length() : end + 1;
    }

    /** After the bracket that closes the tag; a new tag closes it too. Quoted brackets do not count. */
    private int tagEnd(int from) {
        char quote = 0;
        int firstClose = -1;
        for (int i = from; i < html.length(); i++) {
            char c = html.charAt(i);
            if (c == '>') {
                if (quote == 0) {
                    return i + 1;
                }
                firstClose = firstClose < 0 ? i + 1 : firstClose;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '"' || c == '\'') && html.charAt(i - 1) == '=') {
                quote = c;
            } else if (c == '<') {
                return i;
            }
        }
        return firstClose < 0 ? html.length() : firstClose;
    }

    private int elementEnd(String name, int from) {
        int i = html.indexOf("</", from);
        while (i >= 0) {
            if (html.regionMatches(true, i + 2, name, 0, name.length())) {
                return tagEnd(i + 2);
            }
            i = html.indexOf("</", i + 2);
        }
        return html.length();
    }

    private void put(char c) {
        if (c > ' ' && c < 0x7F) {
            write(c);
        } else if (c <= ' ' || c == 0xA0 || c == '\u2028' || c == '\u2029') {
            space = true;
            high = 0;
        } else if (c >= 0x80 && c < 0xA0) {
            char meant = CharacterReferences.windows1252(c);
            if (meant >= 0xA0) {
                write(meant);
            }
        } else if (isVisible(c)) {
            write(c);
        }
    }

    private static boolean isVisible(char c) {
        return c != 0x7F
                && c != '\uFEFF'
                && c < '\uFFFE'
                && !(c >= '\u202A' && c <= '\u202E')
                && !(c >= '\u2066' && c <= '\u2069');
    }

    /** Half a character alone is left out. */
    private void write(char c) {
        char before = high;
        high = Character.isHighSurrogate(c) ? c : 0;
        boolean second = Character.isLowSurrogate(c);
        if (high != 0 || (second && before == 0)) {
            return;
        }
        if (space && out.length() > 0) {
            out.append(' ');
        }
        space = false;
        if (second) {
            out.append(before);
        }
        out.append(c);
    }

    /** The first words of a text, {@code max} characters at most, with an ellipsis where words are left out. */
    static String beginning(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int space = text.lastIndexOf(' ', max - 1);
        return cut(text, space > max / 2 ? space : max - 1) + "\u2026";
    }

    /** At most {@code max} characters, never half a character. */
    static String cut(String text, int max) {
        if (text.length() <= max || max <= 0) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
        return text.substring(0, end).stripTrailing();
    }
}
