// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.nio.charset.StandardCharsets;

/** What UTF-8 is, what nearly is, and how to read the latter. */
final class Utf8 {
    private Utf8() {}

    /** The length without a character that the end of the bytes cuts in two. */
    static int wholeCharacters(byte[] bytes, int length) {
        for (int back = 1; back <= 3 && back <= length; back++) {
            int b = bytes[length - back] & 0xFF;
            if (b >= 0xC0) {
                return sizeOf(b) > back ? length - back : length;
            }
            if (b < 0x80) {
                return length;
            }
        }
        return length;
    }

    /** True when {@code text}, decoded from these bytes, holds no replacement that was not in them. */
    static boolean isValid(String text, byte[] bytes, int length) {
        return text.indexOf('\uFFFD') < 0 || sequences(bytes, length).strays() == 0;
    }

    /** True when stray bytes are the exception among the bytes that are not ASCII. */
    static boolean isMostly(byte[] bytes, int length) {
        Sequences sequences = sequences(bytes, length);
        return sequences.valid() > 4L * sequences.strays();
    }

    private record Sequences(int valid, int strays) {}

    private static Sequences sequences(byte[] bytes, int length) {
        int valid = 0;
        int strays = 0;
        int i = 0;
        while (i < length) {
            if (bytes[i] >= 0) {
                i++;
                continue;
            }
            int size = sequence(bytes, i, length);
            valid += size > 0 ? 1 : 0;
            strays += size > 0 ? 0 : 1;
            i += Math.max(1, size);
        }
        return new Sequences(valid, strays);
    }

    /** Sequences as UTF-8, stray bytes as windows-1252, which is what pasted text mostly is. */
    static String decodeForgiving(byte[] bytes, int length) {
        StringBuilder out = new StringBuilder(length);
        int i = 0;
        int run = 0;
        while (i < length) {
            int size = bytes[i] >= 0 ? 1 : sequence(bytes, i, length);
            if (size == 0) {
                out.append(new String(bytes, run, i - run, StandardCharsets.UTF_8));
                char c = (char) (bytes[i] & 0xFF);
                out.append(c < 0xA0 ? CharacterReferences.windows1252(c) : c);
                run = i + 1;
            }
            i += Math.max(1, size);
        }
        return out.append(new String(bytes, run, length - run, StandardCharsets.UTF_8))
                .toString();
    }

    private static int sizeOf(int lead) {
        return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    }

    /** The size of the sequence that begins here; 0 when none does. */
    private static int sequence(byte[] bytes, int at, int length) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        int size = sizeOf(lead);
        if (at + size > length) {
            return 0;
        }
        for (int k = 1; k < size; k++) {
            if ((bytes[at + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int second = bytes[at + 1] & 0xFF;
        boolean wrong = (lead == 0xE0 && second < 0xA0)
                || (lead == 0xED && second > 0x9F)
                || (lead == 0xF0 && second < 0x90)
                || (lead == 0xF4 && second > 0x8F);
        return wrong ? 0 : size;
    }
}
