// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import dev.racewire.ingest.fetch.Verdict;
import dev.racewire.ingest.schedule.PollOutcome;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Sums up in one line how the feeds answered when each had been polled once since the start. */
final class FirstRound {

    private final Map<String, Verdict> verdicts = new HashMap<>();
    private boolean said;

    /** A poll is over; of a feed that was polled again the last word counts. */
    void done(FinishedPoll poll) {
        if (!said) {
            verdicts.put(poll.task().feed().url(), verdict(poll));
        }
    }

    /** The line, once, when as many were polled as there are; never while nobody at all can be reached. */
    Optional<String> line(int feeds) {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        verdicts.values().forEach(verdict -> counts.merge(verdict, 1L, Long::sum));
        long unreached = counts.getOrDefault(Verdict.NO_NETWORK, 0L);
        if (said || feeds == 0 || verdicts.size() < feeds || unreached == verdicts.size()) {
            return Optional.empty();
        }
        said = true;
        verdicts.clear();
        return Optional.of(words(feeds, counts));
    }

    private static String words(int feeds, Map<Verdict, Long> counts) {
        long moved = counts.getOrDefault(Verdict.MOVED, 0L);
        long read = counts.getOrDefault(Verdict.READ, 0L) + moved;
        StringJoiner words = new StringJoiner(", ");
        words.add(read + " read" + (moved == 0 ? "" : " (" + moved + " of them moved)"));
        add(words, counts, Verdict.REFUSED, "refused (403)");
        add(words, counts, Verdict.DEAD, "dead");
        add(words, counts, Verdict.FAILING, "failing for now");
        add(words, counts, Verdict.THROTTLED, "asking for patience");
        add(words, counts, Verdict.OURS, "not polled (address or settings)");
        add(words, counts, Verdict.NO_NETWORK, "without network");
        String more = read == feeds ? "" : "; 'racewire feeds list --trouble' says which and why";
        return "first round over " + feeds + " feeds: " + words + more;
    }

    private static void add(StringJoiner words, Map<Verdict, Long> counts, Verdict verdict, String word) {
        long count = counts.getOrDefault(verdict, 0L);
        if (count > 0) {
            words.add(count + " " + word);
        }
    }

    private static Verdict verdict(FinishedPoll poll) {
        @Nullable PollOutcome outcome = poll.outcome();
        if (outcome == null) {
            return Verdict.NO_NETWORK;
        }
        if (outcome instanceof PollOutcome.Failed failed) {
            return Verdict.of(failed.reason());
        }
        if (outcome instanceof PollOutcome.Throttled) {
            return Verdict.THROTTLED;
        }
        if (outcome instanceof PollOutcome.Gone) {
            return Verdict.DEAD;
        }
        boolean moved =
                poll.result() != null && poll.result().state().redirect().candidate() != null;
        return moved ? Verdict.MOVED : Verdict.READ;
    }
}
