// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What goes over the wire. Its tag and its compressed form are worked out once, however many clients it is sent to.
 */
public final class Body {

    /** Less is not worth the work at either end. */
    private static final int WORTH_COMPRESSING = 1024;

    private final int status;
    private final String contentType;
    private final Optional<String> fileName;
    private final ByteBuffer bytes;
    private @Nullable String tag;
    private @Nullable ByteBuffer gzip;

    Body(int status, String contentType, Optional<String> fileName, byte[] bytes) {
        this.status = status;
        this.contentType = contentType;
        this.fileName = fileName;
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** A good answer. */
    public static Body of(String contentType, byte[] bytes) {
        return new Body(200, contentType, Optional.empty(), bytes);
    }

    /** A problem document. */
    public static Body problem(int status, byte[] json) {
        return new Body(status, "application/problem+json", Optional.empty(), json);
    }

    public int status() {
        return status;
    }

    public String contentType() {
        return contentType;
    }

    /** Under which name a browser shall store it, if it is to be stored. */
    public Optional<String> fileName() {
        return fileName;
    }

    public ByteBuffer bytes() {
        return bytes.asReadOnlyBuffer();
    }

    /** A weak validator, the same for both forms. */
    public synchronized String tag() {
        String known = tag;
        if (known == null) {
            known = "W/\"" + digest().substring(0, 22) + "\"";
            tag = known;
        }
        return known;
    }

    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes.duplicate());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean isWorthCompressing() {
        return bytes.remaining() >= WORTH_COMPRESSING;
    }

    /** The same in the gzip format. */
    public synchronized ByteBuffer gzip() {
        ByteBuffer known = gzip;
        if (known == null) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.remaining() / 4);
            try (OutputStream compressing = new GZIPOutputStream(out, 8 * 1024)) {
                compressing.write(bytes.array(), 0, bytes.remaining());
            } catch (IOException e) {
                throw new IllegalStateException("memory can always be written to", e);
            }
            known = ByteBuffer.wrap(out.toByteArray());
            gzip = known;
        }
        return known.asReadOnlyBuffer();
    }
}
