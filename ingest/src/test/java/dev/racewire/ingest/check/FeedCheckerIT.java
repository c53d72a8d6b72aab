// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.feedlist.Outlet;
import dev.racewire.ingest.fetch.FetchLimits;
import dev.racewire.ingest.fetch.HttpClientSettings;
import dev.racewire.ingest.fetch.HttpFetcher;
import dev.racewire.ingest.fetch.Secrets;
import dev.racewire.ingest.fetch.Verdict;
import dev.racewire.ingest.parse.FeedParser;
import dev.racewire.simulator.FeedSpec;
import dev.racewire.simulator.Simulator;
import dev.racewire.simulator.behaviour.Behaviour;
import dev.racewire.simulator.behaviour.Faults;
import dev.racewire.simulator.news.SeededNews;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people are told of their feeds, good, moved, refused and dead. */
class FeedCheckerIT {

    private Simulator simulator;
    private HttpFetcher fetcher;
    private FeedChecker checker;

    @BeforeEach
    void open() throws IOException {
        simulator = Simulator.start();
        HttpClientSettings settings = new HttpClientSettings("test", 4, 2, true, simulator.proxy());
        fetcher = new HttpFetcher(
                settings, FetchLimits.of(Duration.ofSeconds(5), 1_000_000), Secrets.none(), InstantSource.system());
        checker = new FeedChecker(fetcher, new FeedParser(InstantSource.system()), InstantSource.system());
    }

    @AfterEach
    void close() {
        fetcher.close();
        simulator.close();
    }

    private ListedFeed serve(String path, Behaviour behaviour) {
        FeedSpec spec = FeedSpec.rss("paper.example", path);
        SeededNews news = new SeededNews(1, "https://paper.example" + path, Instant.now(), Duration.ofHours(1), 30);
        simulator.add(spec, news).behave(behaviour);
        return ListedFeed.of(spec.url(), Outlet.named("The Paper"));
    }

    @Test
    void describesAFeedThatCanBeRead() {
        FeedCheck check = checker.check(serve("/feed", Behaviour.HONEST));
        assertThat(check.verdict()).isEqualTo(Verdict.READ);
        assertThat(check.read()).get().satisfies(contents -> {
            assertThat(contents.articles()).isEqualTo(20);
            assertThat(contents.dated()).isEqualTo(20);
            assertThat(contents.newest()).isBetween(Instant.now().minus(Duration.ofHours(3)), Instant.now());
            assertThat(contents.conditional()).isTrue();
            assertThat(contents.provable()).isTrue();
            assertThat(contents.language()).isEqualTo("en");
        });
        assertThat(check.replacement()).isNull();
    }

    @Test
    void namesWhereAFeedHasMovedTo() {
        ListedFeed target = serve("/new", Behaviour.HONEST);
        FeedCheck check = checker.check(serve("/old", Faults.redirected(301, target.url())));
        assertThat(check.verdict()).isEqualTo(Verdict.MOVED);
        assertThat(check.replacement()).isEqualTo(URI.create(target.url()));
        assertThat(checker.check(serve("/lent", Faults.redirected(302, target.url())))
                        .verdict())
                .isEqualTo(Verdict.READ);
    }

    @Test
    void namesTheFeedThatTheSiteNamesInPlaceOfADeadOne() {
        ListedFeed dead = serve("/dead", Faults.status(404));
        ListedFeed better = serve("/rss/all", Behaviour.HONEST);
        serve("/", Faults.pageNaming(dead.url(), "/also-dead", "/rss/all"));
        FeedCheck check = checker.check(dead);
        assertThat(check.verdict()).isEqualTo(Verdict.DEAD);
        assertThat(check.cause()).isEqualTo("HTTP 404");
        assertThat(check.replacement()).isEqualTo(URI.create(better.url()));
        assertThat(checker.check(serve("/gone", Faults.status(410))).replacement())
                .isEqualTo(URI.create(better.url()));
    }

    @Test
    void namesTheFeedOfAPageThatCameInItsPlace() {
        ListedFeed better = serve("/rss", Behaviour.HONEST);
        FeedCheck check = checker.check(serve("/page", Faults.pageNaming("/rss")));
        assertThat(check.verdict()).isEqualTo(Verdict.DEAD);
        assertThat(check.cause()).isEqualTo("an HTML page, not a feed");
        assertThat(check.replacement()).isEqualTo(URI.create(better.url()));
    }

    @Test
    void tellsRefusalsPatienceAndTroubleApart() {
        assertThat(checker.check(serve("/no", Faults.status(403))).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(checker.check(serve("/later", Faults.throttled("120"))))
                .returns(Verdict.THROTTLED, FeedCheck::verdict)
                .returns("HTTP 429: the publisher asks for patience for 120 s", FeedCheck::cause);
        assertThat(checker.check(serve("/ill", Faults.status(500))).verdict()).isEqualTo(Verdict.FAILING);
        assertThat(checker.check(ListedFeed.of("http://paper.example/${key}", Outlet.named("")))
                        .verdict())
                .isEqualTo(Verdict.OURS);
    }
}
