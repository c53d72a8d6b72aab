// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard;

import dev.racewire.schemas.ActorKind;
import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.CountryVerdict;
import dev.racewire.schemas.Evidence;
import dev.racewire.schemas.Outlet;
import dev.racewire.schemas.StateMedia;
import dev.racewire.schemas.TextField;
import dev.racewire.schemas.TopicVerdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Builds classified articles for tests, in a few words. */
public final class News {

    private News() {}

    /** An article in scope at that time, about these countries ("US CN") and topics ("chips trade"). */
    public static ClassifiedArticle.Builder article(String id, Instant time, String countries, String topics) {
        return ClassifiedArticle.newBuilder()
                .setId(id)
                .setState(ArticleState.IN_SCOPE)
                .setRevision(1)
                .setStoryId("story-" + id)
                .setFeedUrl("https://outlet.example/feed.xml")
                .setOutlet(outlet("Outlet", "GB", "en", "Publisher"))
                .setLink("https://outlet.example/" + id)
                .setTitle("Title of " + id)
                .setLanguage("en")
                .setFirstSeen(time)
                .setFetched(time)
                .setEventTime(time)
                .setScore(0.9)
                .setRivalry(false)
                .setTopics(words(topics).stream()
                        .map(topic -> new TopicVerdict(topic, 0.8))
                        .toList())
                .setCountries(words(countries).stream()
                        .map(country -> new CountryVerdict(country, 0.9, ActorKind.STATE))
                        .toList())
                .setContentHash("hash")
                .setTaxonomyVersion("0123456789abcdef");
    }

    public static Outlet outlet(String name, String country, String language, String publisher) {
        return new Outlet(name, "https://outlet.example/", language, country, "general", publisher, StateMedia.NO);
    }

    /** Evidence at the first place where the words stand in the title. */
    public static Evidence inTitle(String title, String words, String kind, String label, double weight) {
        int start = title.indexOf(words);
        return new Evidence(
                TextField.TITLE,
                start,
                start + words.length(),
                words,
                words.toLowerCase(java.util.Locale.ROOT),
                kind,
                label,
                weight);
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : Arrays.asList(text.split(" "));
    }
}
