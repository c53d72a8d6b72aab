// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import dev.racewire.ingest.schedule.PollOutcome;
import dev.racewire.ingest.schedule.PollOutcome.Failed;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sums up in one line how the feeds answered when each had been polled once since the start. */
final class FirstRound {

    private static final Logger LOG = LoggerFactory.getLogger(FirstRound.class);

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Set<String> polled = new HashSet<>();
    private boolean said;

    void done(FinishedPoll poll) {
        if (!said && polled.add(poll.task().feed().url())) {
            counts.merge(word(poll.outcome(), poll), 1, Integer::sum);
        }
    }

    /** Says it, once, when as many were polled as there are. */
    void sumUp(int feeds) {
        if (!said && feeds > 0 && polled.size() >= feeds) {
            LOG.info("all {} feeds polled once: {}", feeds, counts);
            said = true;
            polled.clear();
        }
    }

    private static String word(@Nullable PollOutcome outcome, FinishedPoll poll) {
        if (outcome instanceof Failed failed) {
            return failed.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        if (outcome instanceof PollOutcome.Throttled) {
            return "throttled";
        }
        if (outcome instanceof PollOutcome.Gone) {
            return "gone";
        }
        boolean moved =
                poll.result() != null && poll.result().state().redirect().candidate() != null;
        return moved ? "read, moved" : "read";
    }
}
