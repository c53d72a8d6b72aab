// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import dev.racewire.ingest.assign.FeedGroup;
import dev.racewire.ingest.publish.Commit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finished polls that share the next transaction, and what follows from its end. A batch that Kafka refuses for one of
 * its records is tried poll by poll, so that one feed can't hold up the others. Owned by one thread.
 */
final class Batch {

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);
    private static final Duration REST = Duration.ofHours(1);

    private final int most;
    private final Duration patience;
    private final FeedBoard board;
    private final FeedGroup group;
    private final Transactions transactions;
    private final PollThreads threads;
    private final IngestMetrics metrics;
    private final FirstRound firstRound;
    private final InstantSource clock;
    private final List<FinishedPoll> polls = new ArrayList<>();
    private Instant began = Instant.MIN;

    Batch(
            int most,
            Duration patience,
            FeedBoard board,
            FeedGroup group,
            Transactions transactions,
            PollThreads threads,
            IngestMetrics metrics,
            FirstRound firstRound,
            InstantSource clock) {
        this.most = most;
        this.patience = patience;
        this.board = board;
        this.group = group;
        this.transactions = transactions;
        this.threads = threads;
        this.metrics = metrics;
        this.firstRound = firstRound;
        this.clock = clock;
    }

    void add(FinishedPoll poll) {
        if (polls.isEmpty()) {
            began = clock.instant();
        }
        polls.add(poll);
    }

    int size() {
        return polls.size();
    }

    boolean isEmpty() {
        return polls.isEmpty();
    }

    boolean isFull() {
        return polls.size() >= most;
    }

    /** When it is committed though it is not full. */
    Instant due() {
        return began.plus(patience);
    }

    void clear() {
        polls.clear();
    }

    /** Commits what is still ours; false when nobody knows how the transaction ended. */
    boolean commit() {
        List<FinishedPoll> owned =
                polls.stream().filter(poll -> board.owns(poll.task())).toList();
        metrics.discarded(polls.size() - owned.size());
        polls.clear();
        if (owned.isEmpty()) {
            return true;
        }
        Commit commit = transactions.commit(owned, group);
        switch (commit) {
            case DONE -> owned.forEach(this::committed);
            case REFUSED -> owned.forEach(this::add); // What we still own after the sharing out goes into the next.
            case BAD_RECORD -> {
                return oneByOne(owned);
            }
            case UNKNOWN -> {
                return false;
            }
        }
        return true;
    }

    private void committed(FinishedPoll poll) {
        if (poll.result() == null) {
            return;
        }
        board.remember(poll.task(), poll.result().state());
        metrics.committed(poll);
        firstRound.done(poll);
    }

    private boolean oneByOne(List<FinishedPoll> owned) {
        for (FinishedPoll poll : owned) {
            Commit commit = owned.size() == 1 ? Commit.BAD_RECORD : transactions.commit(List.of(poll), group);
            switch (commit) {
                case DONE -> committed(poll);
                case BAD_RECORD -> offender(poll);
                case REFUSED -> add(poll);
                case UNKNOWN -> {
                    return false;
                }
            }
        }
        return true;
    }

    private void offender(FinishedPoll poll) {
        FinishedPoll failure =
                threads.unpublishable(poll.task(), board.pace(poll.task().feed()));
        if (poll.records().size() > 1 && transactions.commit(List.of(failure), group) == Commit.DONE) {
            committed(failure);
            return;
        }
        LOG.error(
                "not even the state of {} can be written: it rests for an hour",
                poll.task().feed().url());
        board.again(poll.task(), clock.instant().plus(REST));
    }
}
