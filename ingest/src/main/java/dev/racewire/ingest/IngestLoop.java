// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import dev.racewire.ingest.assign.FeedGroup;
import dev.racewire.ingest.assign.Restored;
import dev.racewire.ingest.feedlist.ListedFeed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that owns everything: the board of feeds, the membership in the group, the transaction. Polls are made
 * by other threads and come back as events. A transaction begins and ends within one call, so that none is open when
 * the group takes partitions away, and states on the board are never ahead of those in Kafka.
 */
final class IngestLoop implements FeedGroup.Owner, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IngestLoop.class);

    private static final long GROUP_EVERY_MILLIS = 50;
    private static final Duration FEEDS_EVERY = Duration.ofSeconds(2);
    private static final Duration AFTER_NO_NETWORK = Duration.ofSeconds(30);
    private static final Executor RESTORE_AGAIN = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private final IngestConfig config;
    private final FeedBoard board;
    private final PollThreads threads;
    private final FeedGroup group;
    private final Transactions transactions;
    private final BooleanSupplier mayPoll;
    private final IngestMetrics metrics;
    private final InstantSource clock;
    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private final FirstRound firstRound = new FirstRound();
    private final Batch batch;
    private final Lanes lanes;

    private long groupPolled;
    private long feedsCounted;
    private int underWay;
    private Map<Integer, Long> lost = Map.of();
    private volatile boolean settled;

    IngestLoop(
            IngestConfig config,
            FeedBoard board,
            PollThreads threads,
            Function<FeedGroup.Owner, FeedGroup> groups,
            Transactions transactions,
            BooleanSupplier mayPoll,
            IngestMetrics metrics,
            InstantSource clock) {
        this.config = config;
        this.board = board;
        this.threads = threads;
        this.group = groups.apply(this);
        this.transactions = transactions;
        this.mayPoll = mayPoll;
        this.metrics = metrics;
        this.clock = clock;
        this.lanes = new Lanes(config.maxInFlight());
        this.batch = new Batch(
                config.batchPolls(),
                config.batchDelay(),
                board,
                group,
                transactions,
                threads,
                metrics,
                firstRound,
                clock);
    }

    /** Whether every assigned partition is restored and polled. */
    boolean settled() {
        return settled;
    }

    /** Joins the group. */
    void begin() {
        group.join();
    }

    /** One turn: the group, the polls that are due, what came back, the commit. */
    void turn() throws InterruptedException {
        pollGroup();
        if (transactions.ready()) {
            restoreIfLost();
            if (mayPoll.getAsBoolean()) {
                startDuePolls();
            }
        }
        Runnable event = events.poll(waitMillis(), TimeUnit.MILLISECONDS);
        while (event != null) {
            event.run();
            event = batch.isFull() ? null : events.poll();
        }
        if (!batch.isEmpty() && (batch.isFull() || !clock.instant().isBefore(batch.due()))) {
            commit();
        }
    }

    private void pollGroup() {
        long now = System.nanoTime();
        if (now - groupPolled >= TimeUnit.MILLISECONDS.toNanos(GROUP_EVERY_MILLIS)) {
            groupPolled = now;
            group.poll();
            settled = board.settled();
        }
        if (now - feedsCounted >= FEEDS_EVERY.toNanos()) {
            feedsCounted = now;
            metrics.feeds(board.health());
            firstRound.line(board.size()).ifPresent(LOG::info);
        }
    }

    private void startDuePolls() {
        Instant now = clock.instant();
        while (underWay < config.maxInFlight()) {
            PollTask task = board.take(now).orElse(null);
            if (task == null) {
                return;
            }
            if (!lanes.take(task)) {
                board.postpone(task, now);
                continue;
            }
            underWay++;
            metrics.started(Duration.between(task.state().rhythm().nextPoll(), now));
            threads.start(task, board.pace(task.feed()), poll -> events.add(() -> over(poll)));
        }
    }

    private long waitMillis() {
        Instant now = clock.instant();
        long wait = GROUP_EVERY_MILLIS;
        Optional<Instant> due = underWay < config.maxInFlight() ? board.nextDue() : Optional.empty();
        if (due.isPresent() && mayPoll.getAsBoolean()) {
            wait = Math.min(wait, Duration.between(now, due.get()).toMillis());
        }
        if (!batch.isEmpty()) {
            wait = Math.min(wait, Duration.between(now, batch.due()).toMillis());
        }
        return Math.max(0, wait);
    }

    private void over(FinishedPoll poll) {
        Instant now = clock.instant();
        underWay--;
        lanes.release(poll.task());
        board.released(poll.task(), now);
        if (!board.owns(poll.task())) {
            metrics.discarded(1);
        } else if (poll.result() == null) {
            metrics.unreached();
            firstRound.done(poll);
            board.again(poll.task(), now.plus(AFTER_NO_NETWORK));
        } else {
            batch.add(poll);
        }
    }

    private void commit() {
        if (!batch.commit()) {
            startOver();
        }
    }

    /** Nobody knows how the last transaction ended: what is on the board is worth nothing until Kafka was asked. */
    private void startOver() {
        LOG.warn("the last transaction's end is not known: everything is read anew from Kafka");
        batch.clear();
        lost = board.assign(board.partitions());
    }

    private void restoreIfLost() {
        if (!lost.isEmpty()) {
            group.restore(Map.copyOf(lost));
            lost = Map.of();
        }
    }

    @Override
    public Map<Integer, Long> assigned(Collection<Integer> partitions) {
        LOG.info("feeds of {} partitions come to this instance", partitions.size());
        settled = false;
        return board.assign(partitions);
    }

    @Override
    public void revoked(Collection<Integer> partitions) {
        if (!batch.isEmpty()) {
            commit();
        }
        lost(partitions);
    }

    @Override
    public void lost(Collection<Integer> partitions) {
        if (!partitions.isEmpty()) {
            LOG.info("feeds of {} partitions go to other instances", partitions.size());
        }
        partitions.forEach(board::drop);
    }

    @Override
    public void changed(int partition, String url, @Nullable ListedFeed feed) {
        board.change(partition, url, feed, clock.instant());
    }

    @Override
    public void restored(Restored partition) {
        events.add(() -> {
            if (board.install(partition, clock.instant())) {
                group.follow(partition);
            }
        });
    }

    @Override
    public void restoreFailed(Map<Integer, Long> assignments, Exception cause) {
        LOG.warn("the feeds of {} partitions can't be read yet: {}", assignments.size(), cause.toString());
        RESTORE_AGAIN.execute(() -> events.add(() -> {
            Map<Integer, Long> current = board.current(assignments);
            if (!current.isEmpty()) {
                group.restore(current);
            }
        }));
    }

    /** Commits what is finished, waits a little for what is under way, and leaves the group. */
    void end(Duration patience) throws InterruptedException {
        Instant until = clock.instant().plus(patience);
        while (underWay > 0 && clock.instant().isBefore(until)) {
            Runnable event = events.poll(GROUP_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            if (event != null) {
                event.run();
            }
        }
        if (!batch.isEmpty()) {
            commit();
        }
    }

    @Override
    public void close() {
        try {
            group.close();
        } catch (KafkaException e) {
            LOG.info("the group was not left cleanly: {}", e.toString());
        }
        transactions.close();
    }
}
