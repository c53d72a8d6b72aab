// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * References to characters, by number or by name: XML's five, numbers, and every name that HTML knows.
 * Anything else that begins with an ampersand stays as it is. Each text is read once; nothing decoded is decoded again.
 */
final class CharacterReferences {
    private static final int LONGEST = 33;
    /** What windows-1252 has at 0x80 to 0x9F; numbers in that range mean these, as in every browser. */
    private static final String WINDOWS_1252 =
            "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
                    + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private CharacterReferences() {}

    static String decode(String text) {
        int at = text.indexOf('&');
        if (at < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int done = 0;
        while (at >= 0) {
            out.append(text, done, at);
            done = decodeAt(text, at, text.length(), out);
            at = text.indexOf('&', done);
        }
        return out.append(text, done, text.length()).toString();
    }

    /** Decodes the reference whose ampersand is at {@code at}, or copies the ampersand; returns where to go on. */
    static int decodeAt(String text, int at, int limit, StringBuilder out) {
        int end = at + 1;
        int stop = Math.min(limit, at + LONGEST);
        while (end < stop && isPart(text.charAt(end))) {
            end++;
        }
        boolean closed = end < limit && text.charAt(end) == ';';
        if (end > at + 1 && text.charAt(at + 1) == '#') {
            return number(text, at, end, closed, out);
        }
        String value = closed ? named(text.substring(at + 1, end)) : null;
        if (value == null) {
            out.append('&');
            return at + 1;
        }
        out.append(value);
        return end + 1;
    }

    private static boolean isPart(char c) {
        return XmlScanner.isAsciiLetter(c) || XmlScanner.isDigit(c) || c == '#';
    }

    private static int number(String text, int at, int end, boolean closed, StringBuilder out) {
        boolean hex = end > at + 2 && (text.charAt(at + 2) | 0x20) == 'x';
        int from = at + (hex ? 3 : 2);
        int i = from;
        long code = 0;
        for (; i < end; i++) {
            int digit = Character.digit(text.charAt(i), hex ? 16 : 10);
            if (digit < 0) {
                break;
            }
            code = Math.min(code * (hex ? 16 : 10) + digit, Integer.MAX_VALUE);
        }
        if (i == from) {
            out.append('&');
            return at + 1;
        }
        append((int) code, out);
        return closed && i == end ? end + 1 : i;
    }

    private static void append(int code, StringBuilder out) {
        if (code >= 0x80 && code <= 0x9F) {
            out.append(windows1252((char) code));
        } else if (isXmlCharacter(code)) {
            out.appendCodePoint(code);
        }
    }

    private static boolean isXmlCharacter(int code) {
        return (code >= 0x20 && code <= 0xD7FF)
                || code == '\t'
                || code == '\n'
                || code == '\r'
                || (code >= 0xE000 && code <= 0xFFFD)
                || (code >= 0x10000 && code <= 0x10FFFF);
    }

    /** The character that a C1 control character was meant to be. */
    static char windows1252(char c1) {
        return WINDOWS_1252.charAt(c1 - 0x80);
    }

    private static @Nullable String named(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            case "nbsp" -> "\u00A0";
            default -> {
                String value = Entities.getByName(name);
                yield value.isEmpty() ? null : value;
            }
        };
    }
}
