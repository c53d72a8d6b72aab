// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator;

import dev.racewire.simulator.http.HttpListener;
import dev.racewire.simulator.http.HttpReply;
import dev.racewire.simulator.http.Reply;
import dev.racewire.simulator.http.Request;
import dev.racewire.simulator.http.RequestHandler;
import dev.racewire.simulator.ledger.LedgerEntry;
import dev.racewire.simulator.ledger.RequestLog;
import dev.racewire.simulator.news.News;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A world of feeds behind one loopback port. Each feed has a host of its own; clients reach it by using the port as
 * their HTTP proxy, by the Host header, or under {@code http://127.0.0.1:PORT/HOST/PATH}.
 */
public final class Simulator implements AutoCloseable {

    private static final Set<String> OWN_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    private final InstantSource clock;
    private final Map<String, SimulatedFeed> feeds = new ConcurrentHashMap<>();
    private final RequestLog requests;
    private final HttpListener listener;

    private Simulator(int port, InstantSource clock) throws IOException {
        this.clock = clock;
        this.requests = new RequestLog(clock.instant());
        this.listener = HttpListener.open(port, new Front());
    }

    /** Serves on any free port by the system's clock. */
    public static Simulator start() throws IOException {
        return start(0, InstantSource.system());
    }

    /** Serves on that port, 0 for any free one; what is visible, and when, goes by that clock. */
    public static Simulator start(int port, InstantSource clock) throws IOException {
        return new Simulator(port, clock);
    }

    /** Serves that feed from now on, in place of one with the same address. */
    public SimulatedFeed add(FeedSpec spec, News news) {
        SimulatedFeed feed = new SimulatedFeed(spec, news, clock.instant());
        feeds.put(spec.host() + spec.path(), feed);
        return feed;
    }

    public int port() {
        return listener.port();
    }

    /** Address of this server, as a client's HTTP proxy. */
    public URI proxy() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Address under which the feed is reached without a proxy. */
    public URI directUrl(FeedSpec spec) {
        return URI.create("http://127.0.0.1:" + port() + "/" + spec.host() + spec.path());
    }

    public Collection<SimulatedFeed> feeds() {
        return feeds.values();
    }

    /** Every publication of every feed up to now and what became of it. */
    public Stream<LedgerEntry> ledger() {
        return feeds.values().stream().flatMap(feed -> feed.ledger(clock.instant()).stream());
    }

    public RequestLog requests() {
        return requests;
    }

    /** Connections taken so far. */
    public int connections() {
        return listener.connections();
    }

    @Override
    public void close() {
        listener.close();
    }

    /** Finds the feed of each request. */
    private final class Front implements RequestHandler {

        @Override
        public Reply answer(Request asked) {
            Request request = addressed(asked);
            requests.began(request.host(), clock.instant());
            if (!request.method().equals("GET")) {
                return HttpReply.of(405, "text/plain", "only GET\n").with("Allow", "GET");
            }
            SimulatedFeed feed = feeds.get(request.host() + request.path());
            return feed == null
                    ? HttpReply.of(404, "text/plain", "no such feed\n")
                    : feed.answer(request, clock.instant());
        }

        @Override
        public void answered(Request asked) {
            requests.ended(addressed(asked).host());
        }

        /** The request with the simulated host and path, whatever way it took. */
        private static Request addressed(Request request) {
            int slash = request.path().indexOf('/', 1);
            if (!OWN_NAMES.contains(request.host()) || slash < 0) {
                return request;
            }
            String host = request.path().substring(1, slash);
            return new Request(request.method(), host, request.path().substring(slash), request.headers());
        }
    }
}
