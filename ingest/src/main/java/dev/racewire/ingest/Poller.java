// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import dev.racewire.ingest.article.ArticleBuilder;
import dev.racewire.ingest.article.Novelty;
import dev.racewire.ingest.article.Sighting;
import dev.racewire.ingest.fetch.FailureReason;
import dev.racewire.ingest.fetch.FetchOutcome;
import dev.racewire.ingest.fetch.FetchOutcome.Fetched;
import dev.racewire.ingest.fetch.FetchRequest;
import dev.racewire.ingest.fetch.HttpFetcher;
import dev.racewire.ingest.gap.GapCheck;
import dev.racewire.ingest.parse.FeedParser;
import dev.racewire.ingest.parse.ParseOutcome;
import dev.racewire.ingest.parse.Parsed;
import dev.racewire.ingest.parse.Refused;
import dev.racewire.ingest.publish.PollRecords;
import dev.racewire.ingest.publish.PollResult;
import dev.racewire.ingest.schedule.Pace;
import dev.racewire.ingest.schedule.PollOutcome;
import dev.racewire.ingest.schedule.Schedule;
import dev.racewire.ingest.schedule.Validation;
import dev.racewire.ingest.state.FeedState;
import dev.racewire.ingest.state.Memory;
import dev.racewire.ingest.state.Validators;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Makes one poll: fetch, parse, articles, what is new, gap, next state, records. It reads the state that it was given
 * and changes nothing; used by many threads.
 */
final class Poller {

    private final HttpFetcher fetcher;
    private final FeedParser parser;
    private final PollRecords records;
    private final NetworkWatch network;
    private final int maxItems;
    private final InstantSource clock;

    Poller(
            HttpFetcher fetcher,
            FeedParser parser,
            PollRecords records,
            NetworkWatch network,
            int maxItems,
            InstantSource clock) {
        this.fetcher = fetcher;
        this.parser = parser;
        this.records = records;
        this.network = network;
        this.maxItems = maxItems;
        this.clock = clock;
    }

    FinishedPoll poll(PollTask task, Pace pace) {
        FeedState state = task.state();
        boolean plain = Validation.plain(state);
        Instant began = clock.instant();
        FetchOutcome fetched =
                fetcher.fetch(new FetchRequest(state.address(), plain ? Validators.NONE : state.validators()));
        Instant now = clock.instant();
        if (!network.counts(fetched, began, now)) {
            return FinishedPoll.unreached(task);
        }
        if (fetched instanceof Fetched answer) {
            return answered(task, answer, plain, pace, now);
        }
        return stateOnly(task, outcome(fetched), pace, now);
    }

    private static PollOutcome outcome(FetchOutcome fetched) {
        if (fetched instanceof FetchOutcome.NotModified same) {
            return new PollOutcome.Unchanged(null, same.lifetime(), same.movedTo());
        }
        if (fetched instanceof FetchOutcome.Throttled throttled) {
            return new PollOutcome.Throttled(throttled.status(), throttled.retryAfter());
        }
        if (fetched instanceof FetchOutcome.Failed failed) {
            return new PollOutcome.Failed(failed.reason(), failed.message());
        }
        return new PollOutcome.Gone();
    }

    private FinishedPoll answered(PollTask task, Fetched answer, boolean plain, Pace pace, Instant now) {
        Validators before = task.state().validators();
        if (answer.cut() == null
                && answer.validators().bodyHash() != null
                && answer.validators().bodyHash().equals(before.bodyHash())) {
            return stateOnly(
                    task,
                    new PollOutcome.Unchanged(answer.validators(), answer.lifetime(), answer.movedTo()),
                    pace,
                    now);
        }
        ParseOutcome parsed = parser.parse(answer.body().bytes(), answer.contentType(), answer.address());
        if (parsed instanceof Refused refused) {
            return stateOnly(task, new PollOutcome.Failed(FailureReason.NOT_A_FEED, message(refused)), pace, now);
        }
        return read(task, answer, (Parsed) parsed, plain, pace, now);
    }

    private static String message(Refused refused) {
        String named = refused.namedFeeds().isEmpty()
                ? ""
                : "; the page names " + refused.namedFeeds().get(0);
        return "not a feed: " + refused.message() + named;
    }

    private FinishedPoll read(PollTask task, Fetched answer, Parsed parsed, boolean plain, Pace pace, Instant now) {
        FeedState before = task.state();
        List<Sighting> all = ArticleBuilder.build(task.feed(), parsed.feed(), now);
        List<Sighting> items = all.size() > maxItems ? all.subList(0, maxItems) : all;
        boolean complete = answer.cut() == null && parsed.complete() && items.size() == all.size();
        Novelty novelty = Novelty.of(items, before.memory().seen());
        GapCheck check = GapCheck.of(before, items, novelty, complete, now);
        PollOutcome.Read read = new PollOutcome.Read(
                complete,
                answer.validators(),
                answer.lifetime(),
                answer.movedTo(),
                parsed.feed().hints(),
                items.size(),
                items.size() - novelty.fresh().size(),
                novelty.fresh().size(),
                new Memory(check.newest(), novelty.seen(), check.provable()),
                check.gap().isPresent(),
                plain && Validation.caughtLying(before, answer.validators(), novelty.newArticles()),
                warning(answer, parsed));
        List<Sighting> oldestFirst = new ArrayList<>(novelty.fresh());
        Collections.reverse(oldestFirst);
        boolean backfill = check.gap().isPresent();
        PollResult result = new PollResult(
                Schedule.after(before, read, pace, now),
                backfill ? oldestFirst.stream().map(Sighting::asBackfill).toList() : oldestFirst,
                check.gap());
        return finished(task, read, result, pace, now);
    }

    private static String warning(Fetched answer, Parsed parsed) {
        return answer.cut() == null ? parsed.warning() : answer.cut();
    }

    private FinishedPoll stateOnly(PollTask task, PollOutcome outcome, Pace pace, Instant now) {
        PollResult result = PollResult.of(Schedule.after(task.state(), outcome, pace, now));
        return finished(task, outcome, result, pace, now);
    }

    private FinishedPoll finished(PollTask task, PollOutcome outcome, PollResult result, Pace pace, Instant now) {
        Optional<List<ProducerRecord<String, byte[]>>> ready =
                records.of(result, task.slot().partition(), now);
        return ready.map(list -> new FinishedPoll(task, outcome, result, list))
                .orElseGet(() -> unpublishable(task, pace));
    }

    /** The failure of a feed whose items do not fit into Kafka; nothing of the poll is kept. */
    FinishedPoll unpublishable(PollTask task, Pace pace) {
        return failed(task, FailureReason.NOT_PUBLISHABLE, "what was read does not fit into Kafka", pace);
    }

    /** A poll that ended in a way that nobody foresaw costs its feed a failure, and no thread. */
    FinishedPoll failed(PollTask task, FailureReason reason, String message, Pace pace) {
        Instant now = clock.instant();
        PollOutcome outcome = new PollOutcome.Failed(reason, message);
        PollResult result = PollResult.of(Schedule.after(task.state(), outcome, pace, now));
        return new FinishedPoll(
                task,
                outcome,
                result,
                records.of(result, task.slot().partition(), now).orElse(List.of()));
    }
}
