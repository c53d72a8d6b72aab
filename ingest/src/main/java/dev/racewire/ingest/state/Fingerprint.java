// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A sighting in sixteen bytes: which article, with which content.
 *
 * @param article half of the article id's hash
 * @param content half of the content's hash
 */
public record Fingerprint(long article, long content) {

    /** The fingerprint of an article id and a content hash, both hexadecimal. */
    public static Fingerprint of(String articleId, String contentHash) {
        return new Fingerprint(head(articleId), head(contentHash));
    }

    private static long head(String hexadecimal) {
        return HexFormat.fromHexDigitsToLong(hexadecimal, 0, 16);
    }

    /** The first 16 bytes of the SHA-256 of a text, as 32 hexadecimal digits. */
    public static String hash(String text) {
        return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }

    /** The SHA-256 of bytes. */
    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static Fingerprint fromBytes(ByteBuffer bytes) {
        ByteBuffer view = bytes.duplicate();
        return new Fingerprint(view.getLong(), view.getLong());
    }
}
