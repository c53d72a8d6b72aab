// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import dev.racewire.ingest.fetch.FailureReason;
import dev.racewire.ingest.fetch.HttpFetcher;
import dev.racewire.ingest.publish.Commit;
import dev.racewire.ingest.schedule.PollOutcome;
import dev.racewire.ingest.schedule.PollOutcome.Failed;
import dev.racewire.ingest.schedule.PollOutcome.Read;
import dev.racewire.runtime.kafka.ClientMeters;
import dev.racewire.schemas.FeedHealth;
import dev.racewire.schemas.GapReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.apache.hc.core5.pool.PoolStats;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * What ingest counts. Sums that hold at any time between two transactions:
 *
 * <ul>
 *   <li>{@code racewire.ingest.polls} over all outcomes = polls started - polls under way; {@code discarded} are those
 *       whose feed went to another instance meanwhile, {@code unreached} those without a network
 *   <li>{@code racewire.ingest.items} read = published + known, of committed polls
 *   <li>{@code racewire.ingest.items} published = records that readers find in {@code racewire-articles}
 * </ul>
 */
final class IngestMetrics {

    private static final String NONE = "none";

    private final MeterRegistry registry;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong lastArticle = new AtomicLong();
    private final Map<FeedHealth, AtomicLong> feeds = new EnumMap<>(FeedHealth.class);
    private final Timer lateness;
    private final Timer duration;
    private volatile Supplier<PoolStats> connections = () -> new PoolStats(0, 0, 0, 0);
    private @Nullable ClientMeters producerMeters;
    private @Nullable ClientMeters consumerMeters;

    IngestMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("racewire.ingest.polls.in.flight", inFlight, AtomicInteger::get)
                .description("Polls under way")
                .register(registry);
        Gauge.builder("racewire.ingest.last.article.timestamp", lastArticle, AtomicLong::get)
                .description("When this instance last published an article, in seconds since 1970; 0 before the first")
                .baseUnit("seconds")
                .register(registry);
        for (FeedHealth health : FeedHealth.values()) {
            AtomicLong number = new AtomicLong();
            feeds.put(health, number);
            Gauge.builder("racewire.ingest.feeds", number, AtomicLong::get)
                    .description("Feeds of this instance by how they fare")
                    .tag("health", tag(health))
                    .register(registry);
        }
        connections("leased", PoolStats::getLeased);
        connections("available", PoolStats::getAvailable);
        connections("pending", PoolStats::getPending);
        lateness = Timer.builder("racewire.ingest.poll.lateness")
                .description("How long after its time a poll was started")
                .register(registry);
        duration = Timer.builder("racewire.ingest.poll.duration")
                .description("From the request to the records of the answer")
                .register(registry);
        showZeros();
    }

    /** Every series is there from the start, so that the first event of its kind shows as an increase. */
    private void showZeros() {
        List.of("read", "unchanged", "throttled", "gone", "discarded", "unreached")
                .forEach(outcome -> polls(outcome, NONE, 0));
        for (FailureReason reason : FailureReason.values()) {
            polls("failed", tag(reason), 0);
        }
        List.of("read", "known", "published").forEach(kind -> items(kind, 0));
        for (GapReason reason : GapReason.values()) {
            gaps(reason).increment(0);
        }
        for (Commit commit : Commit.values()) {
            transactions(commit).increment(0);
        }
    }

    /** Adds what the producer of the transactions says about itself; one at a time. */
    void watch(Producer<?, ?> producer) {
        if (producerMeters != null) {
            producerMeters.close();
        }
        producerMeters = new ClientMeters(producer, registry);
    }

    /** Adds what the consumer in the group says about itself. */
    void watch(Consumer<?, ?> consumer) {
        consumerMeters = new ClientMeters(consumer, registry);
    }

    /** Shows from now on how many connections it has in which state. */
    void watch(HttpFetcher fetcher) {
        connections = fetcher::connections;
    }

    private void connections(String state, ToIntFunction<PoolStats> number) {
        Gauge.builder("racewire.ingest.connections", () -> number.applyAsInt(connections.get()))
                .description("Connections to the servers of feeds: in use, kept for the next request, waited for")
                .tag("state", state)
                .register(registry);
    }

    /** Removes the meters of Kafka's clients. */
    void forget() {
        for (ClientMeters meters : new ClientMeters[] {producerMeters, consumerMeters}) {
            if (meters != null) {
                meters.close();
            }
        }
        producerMeters = null;
        consumerMeters = null;
    }

    void started(Duration late) {
        inFlight.incrementAndGet();
        lateness.record(late.isNegative() ? Duration.ZERO : late);
    }

    void over(Duration took) {
        inFlight.decrementAndGet();
        duration.record(took);
    }

    void discarded(int polls) {
        polls("discarded", NONE, polls);
    }

    void unreached() {
        polls("unreached", NONE, 1);
    }

    void committed(FinishedPoll poll) {
        PollOutcome outcome = poll.outcome();
        polls(name(outcome), outcome instanceof Failed failed ? tag(failed.reason()) : NONE, 1);
        if (outcome instanceof Read read) {
            items("read", read.items());
            items("known", read.known());
            items("published", read.published());
            if (read.published() > 0) {
                lastArticle.set(Instant.now().getEpochSecond());
            }
        }
        if (poll.result() != null) {
            poll.result().gap().ifPresent(gap -> gaps(gap.reason()).increment());
        }
    }

    void transaction(Commit commit) {
        transactions(commit).increment();
    }

    void feeds(Map<FeedHealth, Long> counts) {
        feeds.forEach((health, gauge) -> gauge.set(counts.getOrDefault(health, 0L)));
    }

    private void polls(String outcome, String reason, int count) {
        counter(
                        "racewire.ingest.polls",
                        "Polls by outcome, and failed ones by reason",
                        "outcome",
                        outcome,
                        "reason",
                        reason)
                .increment(count);
    }

    private void items(String kind, int count) {
        counter("racewire.ingest.items", "Items of committed polls", "kind", kind)
                .increment(count);
    }

    private Counter gaps(GapReason reason) {
        return counter("racewire.ingest.gaps", "Spans in which items may have been missed", "reason", tag(reason));
    }

    private Counter transactions(Commit commit) {
        return counter("racewire.ingest.transactions", "Kafka transactions by their end", "outcome", tag(commit));
    }

    private Counter counter(String name, String description, String... tags) {
        return Counter.builder(name).description(description).tags(tags).register(registry);
    }

    private static String name(@Nullable PollOutcome outcome) {
        return outcome == null
                ? "unreached"
                : outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
