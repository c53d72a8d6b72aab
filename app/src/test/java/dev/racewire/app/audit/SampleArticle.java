// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.audit;

import dev.racewire.schemas.ActorKind;
import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.CountryVerdict;
import dev.racewire.schemas.Outlet;
import dev.racewire.schemas.StateMedia;
import dev.racewire.schemas.TopicVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A story about China and the US on chips, by an outlet of a state, and counts of it. */
final class SampleArticle {

    private static final Instant MORNING = Instant.parse("2026-11-24T08:15:00Z");

    private SampleArticle() {}

    static ClassifiedArticle of(String id) {
        return of(id, ArticleState.IN_SCOPE, true);
    }

    static ClassifiedArticle of(String id, ArticleState state, boolean counted) {
        return of(id, state, counted, MORNING);
    }

    static ClassifiedArticle at(String id, Instant eventTime) {
        return of(id, ArticleState.IN_SCOPE, true, eventTime);
    }

    private static ClassifiedArticle of(String id, ArticleState state, boolean counted, Instant eventTime) {
        return ClassifiedArticle.newBuilder()
                .setId(id)
                .setState(state)
                .setRevision(1)
                .setStoryId("story")
                .setFeedUrl("http://feed.example/")
                .setOutlet(Outlet.newBuilder()
                        .setName("Daily")
                        .setPublisher("Press")
                        .setStateMedia(StateMedia.YES)
                        .build())
                .setTitle("A title")
                .setLanguage("en")
                .setFirstSeen(eventTime)
                .setFetched(eventTime)
                .setEventTime(eventTime)
                .setCounted(counted)
                .setScore(0.9)
                .setRivalry(true)
                .setTopics(List.of(new TopicVerdict("chips", 0.9)))
                .setCountries(List.of(
                        new CountryVerdict("CN", 0.9, ActorKind.STATE), new CountryVerdict("US", 0.9, ActorKind.STATE)))
                .setContentHash("hash")
                .setTaxonomyVersion("t1")
                .build();
    }

    /** The record of a cell that so many of these articles are in. */
    static Count count(String key, long articles) {
        String[] parts = key.split("\\|", -1);
        Instant start = Instant.parse(parts[3]);
        return Count.newBuilder()
                .setCountry(parts[0])
                .setTopic(parts[1])
                .setWindow(parts[2])
                .setWindowStart(start)
                .setWindowEnd(start.plus(Duration.parse(parts[2].replace("P1D", "PT24H"))))
                .setArticles(articles)
                .setStories(1)
                .setPublishers(1)
                .setRivalries(1)
                .setStateMediaArticles(1)
                .setRevision(1)
                .setTaxonomyVersions(List.of("t1"))
                .build();
    }
}
