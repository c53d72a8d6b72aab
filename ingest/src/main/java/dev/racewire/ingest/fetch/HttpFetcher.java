// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.fetch;

import dev.racewire.ingest.fetch.FetchOutcome.Failed;
import dev.racewire.ingest.fetch.FetchOutcome.Fetched;
import dev.racewire.ingest.fetch.FetchOutcome.Gone;
import dev.racewire.ingest.fetch.FetchOutcome.NotModified;
import dev.racewire.ingest.fetch.FetchOutcome.Throttled;
import dev.racewire.ingest.state.Validators;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.pool.PoolStats;
import org.jspecify.annotations.Nullable;

/**
 * Fetches feeds. A hostile server costs its own poll: bounded in time over all hops, in bytes of headers and body, and
 * kept away from private addresses at each hop. Safe for use by many threads.
 */
public final class HttpFetcher implements AutoCloseable {

    private final PoolingHttpClientConnectionManager connections;
    private final CloseableHttpClient client;
    private final GuardedResolver resolver;
    private final boolean behindProxy;
    private final Deadlines deadlines;
    private final FetchLimits limits;
    private final BodyReader bodies;
    private final Secrets secrets;
    private final InstantSource clock;

    public HttpFetcher(HttpClientSettings settings, FetchLimits limits, Secrets secrets, InstantSource clock) {
        this.connections = settings.connections(limits);
        this.client = settings.client(limits, connections);
        this.resolver = settings.resolver();
        this.behindProxy = settings.proxy() != null;
        this.deadlines = new Deadlines();
        this.limits = limits;
        this.bodies = new BodyReader(limits.bodyBytes());
        this.secrets = secrets;
        this.clock = clock;
    }

    /** How many connections it has, and how many polls wait for one. */
    public PoolStats connections() {
        return connections.getTotalStats();
    }

    /** Fetches a feed; everything that may go wrong is an outcome. */
    public FetchOutcome fetch(FetchRequest request) {
        String resolved = secrets.resolve(request.url()).orElse(null);
        if (resolved == null) {
            return new Failed(
                    FailureReason.MISSING_SECRET, "its address names a secret that ingest.secrets-file does not give");
        }
        URI start = Address.of(resolved).orElse(null);
        if (start == null) {
            return new Failed(FailureReason.BAD_ADDRESS, "not an address that is polled");
        }
        try (Deadlines.Deadline deadline = deadlines.within(limits.deadline())) {
            return hops(start, request.validators(), deadline);
        }
    }

    private FetchOutcome hops(URI start, Validators validators, Deadlines.Deadline deadline) {
        URI address = start;
        String movedTo = null;
        boolean permanent = true;
        for (int hop = 0; hop <= limits.redirects(); hop++) {
            HttpGet get = request(address, start, validators);
            deadline.guard(get);
            ClassicHttpResponse answer = null;
            try {
                answer = open(get, address);
                int status = answer.getCode();
                if (!isRedirect(status)) {
                    return outcome(answer, address, validators, movedTo);
                }
                URI next = Address.redirect(address, Headers.text(answer, "Location"))
                        .orElse(null);
                if (next == null) {
                    return new Failed(FailureReason.BAD_REDIRECT, "redirected to nowhere that is polled");
                }
                permanent &= status == 301 || status == 308;
                movedTo = permanent ? secrets.redact(next.toString()) : movedTo;
                address = next;
            } catch (IOException | RuntimeException e) {
                return Failures.of(e, deadline.passed(), behindProxy, secrets);
            } finally {
                end(get, answer);
            }
        }
        return new Failed(FailureReason.BAD_REDIRECT, "more than " + limits.redirects() + " redirects");
    }

    /** Drops the connection, unless the answer was read to its end: closing alone would read the rest of the body. */
    private static void end(HttpGet get, @Nullable ClassicHttpResponse answer) {
        get.cancel();
        if (answer != null) {
            Closer.closeQuietly(answer);
        }
    }

    private ClassicHttpResponse open(HttpGet get, URI address) throws IOException {
        if (behindProxy) {
            resolver.check(address.getHost());
        }
        return client.executeOpen(null, get, null);
    }

    private HttpGet request(URI address, URI start, Validators validators) {
        HttpGet get = new HttpGet(address);
        get.setHeader("Accept", HttpClientSettings.ACCEPT);
        get.setHeader("Accept-Encoding", "gzip, deflate, br");
        if (validators.etag() != null) {
            get.setHeader("If-None-Match", validators.etag());
        }
        if (validators.lastModified() != null) {
            get.setHeader("If-Modified-Since", validators.lastModified());
        }
        if (Address.sameHost(address, start)) {
            secrets.headers(address.getHost()).forEach(get::setHeader);
        }
        return get;
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private FetchOutcome outcome(ClassicHttpResponse answer, URI address, Validators sent, @Nullable String movedTo) {
        int status = answer.getCode();
        if (status == 304 && sent.conditional()) {
            return new NotModified(Headers.lifetime(answer, clock.instant()), movedTo);
        }
        HttpEntity entity = answer.getEntity();
        if (status >= 200 && status < 300 && entity != null) {
            return fetched(answer, entity, address, movedTo);
        }
        if (status == 429 || status == 503) {
            return new Throttled(status, Headers.retryAfter(answer, clock.instant()));
        }
        return status == 410 ? new Gone() : Failures.ofStatus(status);
    }

    private FetchOutcome fetched(ClassicHttpResponse answer, HttpEntity entity, URI address, @Nullable String movedTo) {
        BodyReader.Result read;
        try {
            read = bodies.read(entity);
        } catch (BodyReader.EncodingException e) {
            return new Failed(FailureReason.BAD_ENCODING, Failures.clean(String.valueOf(e.getMessage())));
        }
        Validators validators = new Validators(
                Headers.validator(answer, "ETag"),
                Headers.validator(answer, "Last-Modified"),
                read.body().sha256());
        return new Fetched(
                read.body(),
                Headers.text(answer, "Content-Type"),
                address,
                validators,
                Headers.lifetime(answer, clock.instant()),
                movedTo,
                read.cut() == null ? null : Failures.clean(secrets.redact(read.cut())));
    }

    @Override
    public void close() {
        deadlines.close();
        client.close(CloseMode.IMMEDIATE);
    }
}
