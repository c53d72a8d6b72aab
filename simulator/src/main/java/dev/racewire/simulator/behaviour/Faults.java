// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.behaviour;

import dev.racewire.simulator.http.HttpReply;
import dev.racewire.simulator.http.Reply;
import dev.racewire.simulator.http.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/** Answers that keep the rules of HTTP and are no use as feeds, or lie. */
public final class Faults {

    private static final String PAGE = "<!DOCTYPE html><html><head><title>One moment</title></head>"
            + "<body><p>Please prove that you are human.</p></body></html>";
    private static final String BROKEN =
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Broken</title><item><title>Cut off <b";

    private Faults() {}

    /** That status and nothing else, for example 500, 404 or 410. */
    public static Behaviour status(int status) {
        return named("status " + status, (request, honest) -> HttpReply.of(status, "text/plain", status + "\n"));
    }

    /** 429 with that Retry-After: seconds or a date, or nonsense. */
    public static Behaviour throttled(String retryAfter) {
        return named("throttled", (request, honest) -> HttpReply.of(429, Map.of("Retry-After", retryAfter)));
    }

    /** Redirects with that status to that address. */
    public static Behaviour redirected(int status, String location) {
        return named(
                "redirected to " + location, (request, honest) -> HttpReply.of(status, Map.of("Location", location)));
    }

    /** A web page in place of the feed, with status 200. */
    public static Behaviour html() {
        return named("html", (request, honest) -> HttpReply.of(200, "text/html; charset=utf-8", PAGE));
    }

    /** A web page that names these feeds in its head, as sites do. */
    public static Behaviour pageNaming(String... feeds) {
        StringBuilder links = new StringBuilder();
        for (String feed : feeds) {
            links.append("<link rel=\"alternate\" type=\"application/rss+xml\" href=\"")
                    .append(feed)
                    .append("\">");
        }
        String page = "<!DOCTYPE html><html><head><title>Front page</title>" + links + "</head><body></body></html>";
        return named("page", (request, honest) -> HttpReply.of(200, "text/html; charset=utf-8", page));
    }

    /** XML that ends in the middle of a tag, whole as far as HTTP is concerned. */
    public static Behaviour brokenXml() {
        return named("broken XML", (request, honest) -> HttpReply.of(200, "application/rss+xml", BROKEN));
    }

    /** Answers every conditional request with 304, changed or not, and asks not to be asked for a year. */
    public static Behaviour alwaysNotModified() {
        return named(
                "always 304",
                (request, honest) ->
                        conditional(request) ? HttpReply.of(304, Map.of("Cache-Control", "max-age=31536000")) : honest);
    }

    /** A new ETag in every answer, so that no request can be answered with 304. */
    public static Behaviour changingEtags() {
        AtomicInteger answers = new AtomicInteger();
        return new Behaviour() {
            @Override
            public boolean validates() {
                return false;
            }

            @Override
            public Reply reply(Request request, HttpReply honest) {
                return honest.with("ETag", "\"answer-" + answers.incrementAndGet() + "\"");
            }

            @Override
            public String toString() {
                return "changing ETags";
            }
        };
    }

    /** The other behaviour's reply in that share of the answers, at random by that seed. */
    public static Behaviour sometimes(double share, long seed, Behaviour other) {
        SplittableRandom random = new SplittableRandom(seed);
        return named("sometimes " + other, (request, honest) -> {
            synchronized (random) {
                return random.nextDouble() < share ? other.reply(request, honest) : honest;
            }
        });
    }

    /** The other behaviour's reply between these two moments of that clock. */
    public static Behaviour between(Instant from, Instant until, InstantSource clock, Behaviour other) {
        return named("for a while " + other, (request, honest) -> {
            Instant now = clock.instant();
            return now.isBefore(from) || !now.isBefore(until) ? honest : other.reply(request, honest);
        });
    }

    private static boolean conditional(Request request) {
        return request.header("if-none-match") != null || request.header("if-modified-since") != null;
    }

    private static Behaviour named(String name, BiFunction<Request, HttpReply, Reply> reply) {
        return new Behaviour() {
            @Override
            public Reply reply(Request request, HttpReply honest) {
                return reply.apply(request, honest);
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }
}
