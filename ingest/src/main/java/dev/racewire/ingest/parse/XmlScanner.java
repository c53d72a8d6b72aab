// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

/**
 * A forgiving walk over the tags of a text: it finds start and end tags and skips comments, CDATA sections, processing
 * instructions and doctypes (with an internal subset; nothing in it is ever resolved or expanded). It never fails and
 * never looks at a character more than a fixed number of times: what is no tag is text.
 */
final class XmlScanner {
    enum Event {
        START,
        END,
        /** The text is at its end, or in the middle of something that has no end. */
        EOF
    }

    private final String text;
    private int position;
    private int tagStart;
    private int nameStart;
    private int nameEnd;
    private int attributesEnd;
    private boolean empty;
    private boolean quotesBroken;
    private boolean doctypeBroken;
    private boolean cut;

    XmlScanner(String text) {
        this.text = text;
    }

    Event next() {
        while (true) {
            int open = text.indexOf('<', position);
            if (open < 0 || open + 1 >= text.length()) {
                return end(open >= 0);
            }
            tagStart = open;
            char c = text.charAt(open + 1);
            if (isNameStart(c)) {
                return startTag(open + 1) ? Event.START : end(true);
            }
            if (c == '/') {
                return endTag(open + 2) ? Event.END : end(true);
            }
            if (c == '!' || c == '?') {
                if (!skip(open, c)) {
                    return end(true);
                }
            } else {
                position = open + 1;
            }
        }
    }

    private Event end(boolean inTheMiddle) {
        cut |= inTheMiddle;
        position = text.length();
        tagStart = text.length();
        return Event.EOF;
    }

    private boolean startTag(int from) {
        nameStart = from;
        nameEnd = nameEnd(from);
        int close = tagEnd(nameEnd);
        if (close < 0) {
            return false;
        }
        empty = text.charAt(close - 1) == '/' && close - 1 >= nameEnd;
        attributesEnd = empty ? close - 1 : close;
        position = close + 1;
        return true;
    }

    private boolean endTag(int from) {
        nameStart = from;
        nameEnd = nameEnd(from);
        int i = nameEnd;
        while (i < text.length() && text.charAt(i) != '>' && text.charAt(i) != '<') {
            i++;
        }
        position = i < text.length() && text.charAt(i) == '>' ? i + 1 : i;
        return i < text.length();
    }

    private int nameEnd(int from) {
        int i = from;
        while (i < text.length() && isNamePart(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The closing bracket of a start tag; brackets inside quotes do not count, unless a quote is never closed. */
    private int tagEnd(int from) {
        if (quotesBroken) {
            return text.indexOf('>', from);
        }
        int i = from;
        char quote = 0;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return i;
            } else if ((c == '"' || c == '\'') && follows(i, '=')) {
                quote = c;
            }
        }
        quotesBroken = quote != 0;
        return quotesBroken ? text.indexOf('>', from) : -1;
    }

    private boolean follows(int at, char wanted) {
        int i = at - 1;
        while (i > nameEnd && isSpace(text.charAt(i))) {
            i--;
        }
        return text.charAt(i) == wanted;
    }

    private boolean skip(int open, char kind) {
        int end;
        if (text.startsWith("<!--", open)) {
            end = after("-->", open + 4);
        } else if (text.startsWith("<![CDATA[", open)) {
            end = after("]]>", open + 9);
        } else if (kind == '?') {
            end = after("?>", open + 2);
        } else {
            end = doctypeBroken ? -1 : doctypeEnd(open + 2);
            doctypeBroken = end < 0;
            end = end < 0 ? after(">", open) : end;
        }
        position = Math.max(end, open);
        return end >= 0;
    }

    private int after(String mark, int from) {
        int at = text.indexOf(mark, from);
        return at < 0 ? -1 : at + mark.length();
    }

    private int doctypeEnd(int from) {
        boolean subset = false;
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (subset && text.startsWith("<!--", i)) {
                int end = after("-->", i + 4);
                if (end < 0) {
                    return -1;
                }
                i = end - 1;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                subset = true;
            } else if (c == ']') {
                subset = false;
            } else if (c == '>' && !subset) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Where the tag of the last event begins. */
    int tagStart() {
        return tagStart;
    }

    /** Where the text after the tag of the last event begins. */
    int position() {
        return position;
    }

    int nameStart() {
        return nameStart;
    }

    int nameEnd() {
        return nameEnd;
    }

    int attributesEnd() {
        return attributesEnd;
    }

    /** True for {@code <name/>}, after which no end tag comes. */
    boolean empty() {
        return empty;
    }

    /** True when the text ended inside a tag, a comment, a section. */
    boolean cut() {
        return cut;
    }

    static boolean isNameStart(char c) {
        return isAsciiLetter(c) || c == '_' || c == ':' || (c >= 0xC0 && Character.isLetter(c));
    }

    static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c) || c == '-' || c == '.';
    }

    static boolean isAsciiLetter(char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }
}
