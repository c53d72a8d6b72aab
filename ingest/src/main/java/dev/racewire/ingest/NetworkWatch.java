// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import dev.racewire.ingest.fetch.FailureReason;
import dev.racewire.ingest.fetch.FetchOutcome;
import dev.racewire.ingest.fetch.FetchOutcome.Failed;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a feed that fails from a machine without a network: a feed that can't be reached fails only when some other
 * server has answered since its poll began. Says once that there is no network, and once that it is back. Used by many
 * threads.
 */
final class NetworkWatch {

    private static final Logger LOG = LoggerFactory.getLogger(NetworkWatch.class);

    /** Failures that need no answer of anybody. */
    private static final Set<FailureReason> SILENT = Set.of(
            FailureReason.UNKNOWN_HOST,
            FailureReason.UNREACHABLE,
            FailureReason.TIMEOUT,
            FailureReason.FORBIDDEN_ADDRESS,
            FailureReason.BAD_ADDRESS,
            FailureReason.MISSING_SECRET);

    private Instant lastAnswer = Instant.MIN;
    private boolean said;

    /** Takes note of an outcome; false when it says nothing about the feed, for there seems to be no network. */
    synchronized boolean counts(FetchOutcome outcome, Instant began, Instant now) {
        if (!(outcome instanceof Failed failed) || !SILENT.contains(failed.reason())) {
            lastAnswer = now;
            if (said) {
                LOG.info("the network is back");
                said = false;
            }
            return true;
        }
        if (!failed.maybeNoNetwork() || !lastAnswer.isBefore(began)) {
            return true;
        }
        if (!said) {
            LOG.warn(
                    "no network: no server can be reached ({}). Polls go on; no feed counts as failing for it. "
                            + "`racewire demo` needs no network.",
                    failed.message());
            said = true;
        }
        return false;
    }

    /** Whether the last that was heard is that there is no network. */
    synchronized boolean down() {
        return said;
    }
}
