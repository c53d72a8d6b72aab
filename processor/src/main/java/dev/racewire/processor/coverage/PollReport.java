// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.coverage;

import dev.racewire.processor.count.Window;
import dev.racewire.processor.state.StateFormat;
import dev.racewire.schemas.FeedState;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.WireFormat;
import dev.racewire.schemas.WireFormatException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a feed's state says of its polls.
 *
 * @param polls polls of the feed so far
 * @param failures polls that failed in a row, up to the last one
 * @param lastPoll when it was polled
 * @param nextPoll when it is due again
 * @param interval time between its polls as it stands
 */
public record PollReport(long polls, int failures, Instant lastPoll, Instant nextPoll, Duration interval) {

    public static final StateFormat<PollReport> FORMAT = new StateFormat<>(
            "poll report",
            1,
            (report, out) -> {
                out.number(report.polls);
                out.number(report.failures);
                out.instant(report.lastPoll);
                out.instant(report.nextPoll);
                out.number(report.interval.toMillis());
            },
            (in, version) -> new PollReport(
                    in.number(), in.integer(), in.instant(), in.instant(), Duration.ofMillis(in.number())));

    private static final Logger LOG = LoggerFactory.getLogger(PollReport.class);
    private static final WireFormat WIRE = new WireFormat(SchemaHistory.bundled());
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** A longer silence is told by the gaps alone. */
    private static final Duration LONGEST_SILENCE = Duration.ofDays(7);

    /** The report in a record of {@code racewire-feed-states}; none before the first poll, or in one that can't be read. */
    public static Optional<PollReport> in(String feedUrl, byte @Nullable [] value) {
        try {
            return Optional.ofNullable(WIRE.decode(value, FeedState.class)).flatMap(PollReport::of);
        } catch (WireFormatException e) {
            LOG.warn("the state of feed {} can't be read: {}", feedUrl, e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<PollReport> of(FeedState state) {
        Duration interval = Duration.ofSeconds(state.getIntervalSeconds());
        return Optional.ofNullable(state.getLastPoll())
                .map(last -> new PollReport(
                        state.getPolls(),
                        state.getFailures(),
                        last,
                        state.getNextPoll(),
                        interval.compareTo(SHORTEST) < 0 ? SHORTEST : interval));
    }

    /** The polls since the report before, by hour; a report that came already tells of none. */
    Map<Instant, Polls> since(@Nullable PollReport before) {
        Map<Instant, Polls> hours = new TreeMap<>();
        long made = before == null ? Math.min(1, polls) : polls - before.polls;
        if (made <= 0) {
            return hours;
        }
        if (before != null) {
            before.missedUntil(lastPoll, hours);
        }
        hours.merge(Window.HOUR.start(lastPoll), Polls.made(made, Math.min(made, failures)), Polls::plus);
        return hours;
    }

    /** Whoever comes later than the poll after the due one has missed the due one. */
    private void missedUntil(Instant poll, Map<Instant, Polls> hours) {
        Instant oldest = poll.minus(LONGEST_SILENCE);
        Instant due = nextPoll.isBefore(oldest) ? oldest : nextPoll;
        for (; !due.plus(interval).isAfter(poll); due = due.plus(interval)) {
            hours.merge(Window.HOUR.start(due), Polls.MISSED, Polls::plus);
        }
    }
}
