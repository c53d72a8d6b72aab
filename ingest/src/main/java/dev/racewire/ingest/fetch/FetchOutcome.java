// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.fetch;

import dev.racewire.ingest.state.Validators;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one request, with its redirects. */
public sealed interface FetchOutcome {

    /**
     * A body.
     *
     * @param address where it came from in the end; relative links belong to it
     * @param validators the answer's validators, with the hash of the body
     * @param lifetime how long the answer says that it stays fresh
     * @param movedTo where permanent redirects from the polled address lead
     * @param cut why the body is not whole; null when it is
     */
    record Fetched(
            Body body,
            @Nullable String contentType,
            URI address,
            Validators validators,
            @Nullable Duration lifetime,
            @Nullable String movedTo,
            @Nullable String cut)
            implements FetchOutcome {}

    /** 304: nothing new. */
    record NotModified(
            @Nullable Duration lifetime, @Nullable String movedTo) implements FetchOutcome {}

    /** 429 or 503: the publisher asks for patience. */
    record Throttled(int status, @Nullable Duration retryAfter) implements FetchOutcome {}

    /** 410: the feed is gone for good. */
    record Gone() implements FetchOutcome {}

    /** Anything else; the message is for people and holds no secret. */
    record Failed(FailureReason reason, String message) implements FetchOutcome {

        /** Whether a machine without a network would fail just so. */
        public boolean maybeNoNetwork() {
            return reason == FailureReason.UNKNOWN_HOST || reason == FailureReason.UNREACHABLE;
        }
    }
}
