// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.dashboard;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What the page and all that it loads weighs, compressed as it goes over the wire. */
final class PageWeight {

    private static final Pattern LINK =
            Pattern.compile("(?:src|href)=\"(/[^\"]+\\.(?:js|css|svg))\"|from \"\\./([^\"]+\\.js)\"");

    private final HttpClient client = HttpClient.newHttpClient();

    /** Bytes of all files, the words of one language included. */
    long of(String base) throws IOException, InterruptedException {
        Set<String> met = new LinkedHashSet<>(Set.of("", "i18n/en.json"));
        Deque<String> open = new ArrayDeque<>(met);
        long sum = 0;
        while (!open.isEmpty()) {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(URI.create(base + open.poll()))
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            sum += answer.body().length;
            Matcher links = LINK.matcher(text(answer));
            while (links.find()) {
                String path = links.group(1) == null
                        ? "js/" + links.group(2)
                        : links.group(1).substring(1);
                if (met.add(path)) {
                    open.add(path);
                }
            }
        }
        return sum;
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        byte[] body = answer.body();
        if (answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            try (GZIPInputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(body))) {
                body = in.readAllBytes();
            }
        }
        return new String(body, StandardCharsets.UTF_8);
    }
}
