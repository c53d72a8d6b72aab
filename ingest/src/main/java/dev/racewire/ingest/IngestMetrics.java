// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import dev.racewire.ingest.publish.Commit;
import dev.racewire.ingest.schedule.PollOutcome;
import dev.racewire.ingest.schedule.PollOutcome.Failed;
import dev.racewire.ingest.schedule.PollOutcome.Read;
import dev.racewire.schemas.FeedHealth;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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

    private final MeterRegistry registry;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong lastArticle = new AtomicLong();
    private final Map<FeedHealth, AtomicLong> feeds = new EnumMap<>(FeedHealth.class);
    private final Timer lateness;
    private final Timer duration;

    IngestMetrics(MeterRegistry registry) {
        this.registry = registry;
        registry.gauge("racewire.ingest.polls.in.flight", inFlight);
        registry.gauge("racewire.ingest.last.article.timestamp.seconds", lastArticle);
        for (FeedHealth health : FeedHealth.values()) {
            feeds.put(
                    health, registry.gauge("racewire.ingest.feeds", Tags.of("health", tag(health)), new AtomicLong()));
        }
        lateness = Timer.builder("racewire.ingest.poll.lateness")
                .description("How long after its time a poll was started")
                .publishPercentileHistogram(false)
                .register(registry);
        duration = Timer.builder("racewire.ingest.poll.duration")
                .description("From the request to the records of the answer")
                .register(registry);
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
        polls("discarded", "", polls);
    }

    void unreached() {
        polls("unreached", "", 1);
    }

    void committed(FinishedPoll poll) {
        PollOutcome outcome = poll.outcome();
        polls(name(outcome), outcome instanceof Failed failed ? tag(failed.reason()) : "", 1);
        if (outcome instanceof Read read) {
            items("read", read.items());
            items("known", read.known());
            items("published", read.published());
            if (read.published() > 0) {
                lastArticle.set(Instant.now().getEpochSecond());
            }
        }
        if (poll.result() != null) {
            poll.result()
                    .gap()
                    .ifPresent(gap -> registry.counter("racewire.ingest.gaps", "reason", tag(gap.reason()))
                            .increment());
        }
    }

    void transaction(Commit commit) {
        registry.counter("racewire.ingest.transactions", "outcome", tag(commit)).increment();
    }

    void feeds(Map<FeedHealth, Long> counts) {
        feeds.forEach((health, gauge) -> gauge.set(counts.getOrDefault(health, 0L)));
    }

    private void polls(String outcome, String reason, int count) {
        registry.counter("racewire.ingest.polls", "outcome", outcome, "reason", reason)
                .increment(count);
    }

    private void items(String kind, int count) {
        registry.counter("racewire.ingest.items", "kind", kind).increment(count);
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
