// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.check;

import dev.racewire.ingest.article.ArticleBuilder;
import dev.racewire.ingest.article.Novelty;
import dev.racewire.ingest.article.Sighting;
import dev.racewire.ingest.feedlist.FeedUrl;
import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.fetch.FetchOutcome;
import dev.racewire.ingest.fetch.FetchOutcome.Fetched;
import dev.racewire.ingest.fetch.FetchRequest;
import dev.racewire.ingest.fetch.HttpFetcher;
import dev.racewire.ingest.fetch.Verdict;
import dev.racewire.ingest.gap.GapCheck;
import dev.racewire.ingest.parse.FeedParser;
import dev.racewire.ingest.parse.ParseOutcome;
import dev.racewire.ingest.parse.Parsed;
import dev.racewire.ingest.parse.ParsedFeed;
import dev.racewire.ingest.parse.Refused;
import dev.racewire.ingest.state.FeedState;
import dev.racewire.ingest.state.Fingerprints;
import dev.racewire.ingest.state.Validators;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks a feed once, as a poll would, and says what came of it. Where it can't be read, its site is asked which feeds it
 * names, and the first of them that can be read is the replacement. Used by many threads.
 */
public final class FeedChecker {

    /** A site may name a feed for each of its sections; the main one stands first. */
    private static final int MOST_CANDIDATES = 3;

    private final HttpFetcher fetcher;
    private final FeedParser parser;
    private final InstantSource clock;

    public FeedChecker(HttpFetcher fetcher, FeedParser parser, InstantSource clock) {
        this.fetcher = fetcher;
        this.parser = parser;
        this.clock = clock;
    }

    /** Checks a feed. */
    public FeedCheck check(ListedFeed feed) {
        FetchOutcome outcome = fetch(feed.url());
        if (outcome instanceof Fetched answer) {
            ParseOutcome parsed = parse(answer);
            return parsed instanceof Parsed read
                    ? readable(feed, answer, read)
                    : notAFeed(feed, (Refused) parsed, answer.address());
        }
        if (outcome instanceof FetchOutcome.Throttled throttled) {
            return new FeedCheck(feed, Verdict.THROTTLED, patience(throttled), null, null, true);
        }
        if (outcome instanceof FetchOutcome.Failed failed) {
            Verdict verdict = Verdict.of(failed.reason());
            URI replacement = verdict == Verdict.DEAD ? fromSite(feed) : null;
            boolean answered = replacement != null || !failed.maybeNoNetwork();
            return new FeedCheck(feed, verdict, failed.message(), null, replacement, answered);
        }
        return new FeedCheck(feed, Verdict.DEAD, "HTTP 410: the publisher has ended it", null, fromSite(feed), true);
    }

    private static String patience(FetchOutcome.Throttled throttled) {
        String until = throttled.retryAfter() == null
                ? ""
                : " for " + throttled.retryAfter().toSeconds() + " s";
        return "HTTP " + throttled.status() + ": the publisher asks for patience" + until;
    }

    private FeedCheck readable(ListedFeed feed, Fetched answer, Parsed parsed) {
        FeedContents contents = contents(feed, answer, parsed);
        if (answer.movedTo() == null) {
            return new FeedCheck(feed, Verdict.READ, contents.articles() + " articles", contents, null, true);
        }
        String cause = "moved for good to " + answer.movedTo();
        return new FeedCheck(feed, Verdict.MOVED, cause, contents, address(answer.movedTo()), true);
    }

    private FeedContents contents(ListedFeed feed, Fetched answer, Parsed parsed) {
        Instant now = clock.instant();
        ParsedFeed read = parsed.feed();
        List<Sighting> articles = ArticleBuilder.build(feed, read, now);
        List<Instant> dates = articles.stream()
                .map(Sighting::published)
                .filter(Objects::nonNull)
                .toList();
        FeedState unknown = FeedState.fresh(feed.url(), now, Duration.ZERO);
        Novelty novelty = Novelty.of(articles, Fingerprints.NONE);
        boolean whole = answer.cut() == null && parsed.complete();
        return new FeedContents(
                answer.address(),
                read.title(),
                read.language(),
                articles.size(),
                dates.size(),
                dates.stream()
                        .filter(date -> !date.isAfter(now))
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                floor(answer.lifetime(), read.hints().ttl()),
                answer.validators().conditional(),
                GapCheck.of(unknown, articles, novelty, whole, now).provable(),
                answer.cut() == null ? parsed.warning() : answer.cut());
    }

    private static @Nullable Duration floor(@Nullable Duration lifetime, @Nullable Duration ttl) {
        return Stream.of(Optional.ofNullable(lifetime), Optional.ofNullable(ttl))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private FeedCheck notAFeed(ListedFeed feed, Refused refused, URI address) {
        URI named = firstReadable(feed, refused.namedFeeds());
        URI replacement = named == null ? fromSite(feed) : named;
        String elsewhere = address.toString().equals(feed.url()) ? "" : " at " + address.getHost();
        String cause = refused.message() + elsewhere;
        return new FeedCheck(feed, Verdict.DEAD, cause, null, replacement, true);
    }

    /** The feed that the front page of the outlet's site names. */
    private @Nullable URI fromSite(ListedFeed feed) {
        String site = feed.outlet().site().isEmpty()
                ? root(feed.url())
                : feed.outlet().site();
        if (site.isEmpty() || site.equals(feed.url())) {
            return null;
        }
        return fetch(site) instanceof Fetched page && parse(page) instanceof Refused refused
                ? firstReadable(feed, refused.namedFeeds())
                : null;
    }

    private static String root(String url) {
        URI address = address(url);
        return address == null ? "" : address.getScheme() + "://" + address.getRawAuthority() + "/";
    }

    private @Nullable URI firstReadable(ListedFeed feed, List<URI> candidates) {
        return candidates.stream()
                .filter(candidate -> !candidate.toString().equals(feed.url()))
                .filter(candidate -> FeedUrl.problem(candidate.toString()).isEmpty())
                .distinct()
                .limit(MOST_CANDIDATES)
                .filter(candidate -> fetch(candidate.toString()) instanceof Fetched answer
                        && parse(answer) instanceof Parsed parsed
                        && !parsed.feed().entries().isEmpty())
                .findFirst()
                .orElse(null);
    }

    private FetchOutcome fetch(String url) {
        return fetcher.fetch(new FetchRequest(url, Validators.NONE));
    }

    private ParseOutcome parse(Fetched answer) {
        return parser.parse(answer.body().bytes(), answer.contentType(), answer.address());
    }

    private static @Nullable URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
