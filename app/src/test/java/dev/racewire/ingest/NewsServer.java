// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A publisher on loopback: feeds of numbered items by path, with an ETag, which it honours. */
final class NewsServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, List<Integer>> feeds = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    NewsServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The address of a feed; each name is a host of its own, so that feeds spread over partitions. */
    String url(String name) {
        return "http://" + name + ".localhost:" + server.getAddress().getPort() + "/" + name + ".xml";
    }

    /** Shows items, newest first. */
    void show(String name, List<Integer> items) {
        feeds.put("/" + name + ".xml", List.copyOf(items));
    }

    /** Requests so far: path, status. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            List<Integer> items = feeds.get(path);
            if (items == null) {
                send(exchange, path, 404, "");
                return;
            }
            String etag = "\"" + items.hashCode() + "\"";
            exchange.getResponseHeaders().set("ETag", etag);
            boolean known = etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            send(exchange, path, known ? 304 : 200, known ? "" : document(path, items));
        }
    }

    private void send(HttpExchange exchange, String path, int status, String body) throws IOException {
        requests.add(path + " " + status);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String document(String path, List<Integer> items) {
        StringBuilder xml = new StringBuilder("<rss version=\"2.0\"><channel><title>" + path
                + "</title><link>http://paper.example/</link><description>d</description><language>en</language>");
        for (int item : items) {
            xml.append("<item><title>Item ")
                    .append(item)
                    .append(" of ")
                    .append(path)
                    .append("</title><link>http://paper.example")
                    .append(path)
                    .append('/')
                    .append(item)
                    .append("</link><description>Text ")
                    .append(item)
                    .append("</description></item>");
        }
        return xml.append("</channel></rss>").toString();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
