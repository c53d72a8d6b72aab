// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads and unpacks a body within a bound that counts twice: for the bytes on the wire and for the bytes that come out.
 * A body that breaks off or reaches the bound is given as far as it came, with the reason.
 */
final class BodyReader {

    private static final int BUFFER = 16 * 1024;

    /** No feed packs better than this; what does is a bomb. */
    private static final int HIGHEST_RATIO = 200;

    private static final int RATIO_COUNTS_FROM = 1024 * 1024;

    private final int limit;

    BodyReader(int limit) {
        this.limit = limit;
    }

    /**
     * What could be read.
     *
     * @param cut why it is not whole; null when it is
     */
    record Result(Body body, @Nullable String cut) {}

    /** Packed in a way that is not read. */
    static final class EncodingException extends IOException {
        EncodingException(String message) {
            super(message);
        }
    }

    /**
     * Reads the body.
     *
     * @throws EncodingException when it is packed in a way that is not read, or is a bomb
     */
    Result read(HttpEntity entity) throws EncodingException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER);
        String cut;
        try {
            CountedInputStream wire = new CountedInputStream(entity.getContent());
            cut = copy(unpacked(wire, entity.getContentEncoding()), wire, out);
        } catch (EncodingException e) {
            throw e;
        } catch (IOException e) {
            cut = "the answer broke off: " + e.getMessage();
        }
        return new Result(new Body(out.toByteArray()), cut);
    }

    private @Nullable String copy(InputStream in, CountedInputStream wire, ByteArrayOutputStream out)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        int read = in.read(buffer);
        while (read >= 0) {
            int room = limit - out.size();
            out.write(buffer, 0, Math.min(read, room));
            if (read > room || wire.count() > limit) {
                return "longer than " + limit + " bytes";
            }
            if (out.size() > RATIO_COUNTS_FROM && out.size() / HIGHEST_RATIO > wire.count()) {
                throw new EncodingException("a few bytes that unpack to very many: refused");
            }
            read = in.read(buffer);
        }
        // What unpacks stops at its own end; only a connection that was read to the end is used again.
        wire.read();
        return null;
    }

    private static InputStream unpacked(InputStream wire, @Nullable String encoding) throws IOException {
        InputStream in = wire;
        String[] layers = encoding == null
                ? new String[0]
                : encoding.toLowerCase(Locale.ROOT).split(",", -1);
        if (layers.length > 2) {
            throw new EncodingException("packed more than twice: refused");
        }
        for (int i = layers.length - 1; i >= 0; i--) {
            in = layer(in, layers[i].strip());
        }
        return layers.length == 0 ? gzipInDisguise(in) : in;
    }

    private static InputStream layer(InputStream in, String encoding) throws IOException {
        return switch (encoding) {
            case "", "identity", "none" -> in;
            case "gzip", "x-gzip" -> gzipInDisguise(in);
            case "deflate" -> inflated(in);
            case "br" -> new BrotliInputStream(in);
            default -> throw new EncodingException("packed as '" + printable(encoding) + "', which is not read");
        };
    }

    /** Unpacks what begins like gzip and leaves the rest alone: some servers name the packing wrongly or not at all. */
    private static InputStream gzipInDisguise(InputStream in) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(in, 2);
        byte[] head = peeked.readNBytes(2);
        peeked.unread(head);
        boolean gzip = head.length == 2 && head[0] == (byte) 0x1f && head[1] == (byte) 0x8b;
        return gzip ? new GZIPInputStream(peeked, BUFFER) : peeked;
    }

    /** "deflate" means zlib by RFC 9110 and is sent without its header by many. */
    private static InputStream inflated(InputStream in) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(in, 2);
        byte[] head = peeked.readNBytes(2);
        peeked.unread(head);
        boolean zlib =
                head.length == 2 && (head[0] & 0x0f) == 8 && ((head[0] & 0xff) << 8 | (head[1] & 0xff)) % 31 == 0;
        return new InflaterInputStream(peeked, new Inflater(!zlib), BUFFER) {
            @Override
            public void close() throws IOException {
                super.close();
                inf.end(); // Given from outside, it is not freed by the stream.
            }
        };
    }

    private static String printable(String text) {
        String clean = text.replaceAll("[^\\x20-\\x7e]", "?");
        return clean.length() > 40 ? clean.substring(0, 40) + "…" : clean;
    }
}
