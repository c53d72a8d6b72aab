// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A reply that keeps the rules of HTTP.
 *
 * @param status status code
 * @param headers headers; those for length and connection are added when it is sent
 * @param body gives the bytes, asked for only when they are sent
 * @param whenSent runs once all of it has been written
 */
public record HttpReply(int status, Map<String, String> headers, Body body, Runnable whenSent) implements Reply {

    /** The bytes of a reply. */
    @FunctionalInterface
    public interface Body {
        byte[] bytes() throws IOException;
    }

    private static final Body NONE = () -> new byte[0];

    public HttpReply {
        headers = Map.copyOf(headers);
    }

    /** A reply without a body. */
    public static HttpReply of(int status, Map<String, String> headers) {
        return new HttpReply(status, headers, NONE, () -> {});
    }

    /** A reply with that text. */
    public static HttpReply of(int status, String contentType, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new HttpReply(status, Map.of("Content-Type", contentType), () -> bytes, () -> {});
    }

    /** The same with one header more, or another value of it. */
    public HttpReply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new HttpReply(status, more, body, whenSent);
    }

    /** The same, compressed as it is sent. */
    HttpReply zipped() {
        return new HttpReply(status, headers, () -> Gzip.of(body.bytes()), whenSent).with("Content-Encoding", "gzip");
    }

    /** Whether it may be compressed: it has a body, and nobody has encoded that yet. */
    boolean zippable() {
        return body != NONE && !headers.containsKey("Content-Encoding");
    }

    /** Status line and headers, for a body of that length. */
    public String head(int length) {
        StringBuilder head =
                new StringBuilder(256).append("HTTP/1.1 ").append(status).append(" -\r\n");
        headers.forEach((name, value) -> line(head, name, value));
        if (status != 304) {
            line(head, "Content-Length", Integer.toString(length));
        }
        return head.append("\r\n").toString();
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    @Override
    public void send(Wire wire) throws IOException {
        byte[] bytes = body.bytes();
        wire.out().write(head(bytes.length).getBytes(StandardCharsets.UTF_8));
        wire.write(bytes);
        whenSent.run();
    }
}
