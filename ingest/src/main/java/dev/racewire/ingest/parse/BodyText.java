// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text. A byte order mark or the pattern of zero bytes decides first; then UTF-8 wherever the bytes are UTF-8,
 * whatever is declared, because nothing else looks like it; then the declarations, XML's before HTTP's; then, where nothing
 * or a notorious liar (UTF-8, ISO-8859-1) is declared, detection.
 */
final class BodyText {
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final int DECLARATION = 1_024;
    private static final byte ESCAPE = 0x1B;

    private BodyText() {}

    static String decode(byte[] body, int length, @Nullable String contentType) {
        Charset unicode = byPattern(body, length);
        if (unicode != null) {
            return withoutMark(new String(body, 0, length, unicode));
        }
        int whole = Utf8.wholeCharacters(body, length);
        String text = new String(body, 0, whole, StandardCharsets.UTF_8);
        String declaration = new String(body, 0, Math.min(length, DECLARATION), StandardCharsets.ISO_8859_1);
        if (Utf8.isValid(text, body, whole)) {
            Charset stateful = text.indexOf(ESCAPE) >= 0 ? CharsetNames.stateful(declaration, contentType) : null;
            return stateful == null ? withoutMark(text) : new String(body, 0, length, stateful);
        }
        return withoutMark(legacy(body, length, declaration, contentType));
    }

    private static String legacy(byte[] body, int length, String declaration, @Nullable String contentType) {
        if (Utf8.isMostly(body, length)) {
            return Utf8.decodeForgiving(body, length);
        }
        for (Charset charset : CharsetNames.declared(declaration, contentType)) {
            String text = CharsetNames.isNotoriousLiar(charset) ? null : strictly(body, length, charset);
            if (text != null) {
                return text;
            }
        }
        return new String(body, 0, length, CharsetGuess.of(body, length));
    }

    private static @Nullable String strictly(byte[] body, int length, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(body, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static @Nullable Charset byPattern(byte[] body, int length) {
        if (length < 4) {
            return null;
        }
        int first = ((body[0] & 0xFF) << 8) | (body[1] & 0xFF);
        int second = ((body[2] & 0xFF) << 8) | (body[3] & 0xFF);
        if (first == 0 && (second == 0xFEFF || isAscii(second))) {
            return UTF_32BE;
        }
        if (second == 0 && (first == 0xFFFE || isSwappedAscii(first))) {
            return UTF_32LE;
        }
        if (first == 0xFEFF || isAscii(first)) {
            return StandardCharsets.UTF_16BE;
        }
        if (first == 0xFFFE || isSwappedAscii(first)) {
            return StandardCharsets.UTF_16LE;
        }
        return first == 0x4C6F && second == 0xA794 ? CharsetNames.EBCDIC : null;
    }

    private static boolean isAscii(int pair) {
        return pair > 0 && pair < 0x80;
    }

    private static boolean isSwappedAscii(int pair) {
        return (pair & 0xFF) == 0 && isAscii(pair >> 8);
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == '\uFEFF' ? text.substring(1) : text;
    }
}
