// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.ingest;

import dev.racewire.schemas.FeedState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How late polls were, read from the states that they left: each names when the next poll of its feed was due. */
final class Lateness {

    /** A poll that was due and made. */
    private record Poll(Instant due, Instant made) {

        Duration late() {
            return made.isBefore(due) ? Duration.ZERO : Duration.between(due, made);
        }
    }

    private final List<Poll> polls = new ArrayList<>();

    /** @param states all states of all feeds, those of one feed in the order in which they were written */
    Lateness(List<TopicDump.Entry<FeedState>> states) {
        Map<String, Instant> due = new HashMap<>();
        for (TopicDump.Entry<FeedState> entry : states) {
            Instant expected = due.put(entry.key(), entry.value().getNextPoll());
            if (expected != null && entry.value().getLastPoll() != null) {
                polls.add(new Poll(expected, entry.value().getLastPoll()));
            }
        }
    }

    int count() {
        return polls.size();
    }

    /** That share of the polls was no later than this. */
    Duration quantile(double share) {
        List<Duration> late = new ArrayList<>(polls.stream().map(Poll::late).toList());
        Collections.sort(late);
        return late.isEmpty() ? Duration.ZERO : late.get((int) Math.min(late.size() - 1, share * late.size()));
    }

    /** How long after a moment polls were still made more than that late. */
    Duration caughtUp(Instant since, Duration bound) {
        return polls.stream()
                .filter(poll -> poll.made().isAfter(since) && poll.late().compareTo(bound) > 0)
                .map(poll -> Duration.between(since, poll.made()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
