// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.dashboard;

import dev.racewire.schemas.ActorKind;
import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.CountryVerdict;
import dev.racewire.schemas.Evidence;
import dev.racewire.schemas.Outlet;
import dev.racewire.schemas.StateMedia;
import dev.racewire.schemas.TextField;
import dev.racewire.schemas.TopicVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Articles of thirty days: 120 countries and 13 topics as unevenly as in the news, 20 languages, 2,000 publishers, and
 * 1.6 articles a story. The same for the same seed.
 */
final class MadeUpMonth {

    static final List<String> LANGUAGES = List.of(
            "en", "en", "en", "en", "zh", "zh", "es", "es", "de", "fr", "ja", "ko", "ru", "ar", "id", "pt", "it", "hi",
            "nl", "tr");
    static final List<String> TOPICS = List.of(
            "models",
            "open-models",
            "chips",
            "infrastructure",
            "trade",
            "regulation",
            "strategy",
            "investment",
            "talent",
            "defense",
            "security",
            "research",
            "diplomacy");
    static final List<String> WORDS = List.of(
            "accelerator",
            "export",
            "controls",
            "cabinet",
            "funding",
            "ministry",
            "laboratory",
            "frontier",
            "open",
            "weights",
            "regulator",
            "safety",
            "talks",
            "summit",
            "cluster",
            "gigawatt",
            "foundry",
            "visa",
            "researchers",
            "drones",
            "tariff",
            "licence",
            "training",
            "inference",
            "billion",
            "parliament",
            "sovereign",
            "alliance");

    private static final Duration MONTH = Duration.ofDays(30);
    private static final int COUNTRIES = 120;
    private static final int PUBLISHERS = 2_000;
    private static final double COPY = 0.375;
    private static final int RECENT = 400;

    private final Random random;
    private final Instant end;
    private final int articles;
    private final List<String> countries = new ArrayList<>();
    private final String[] recentStories = new String[RECENT];
    private int made;

    MadeUpMonth(Instant end, int articles, long seed) {
        this.random = new Random(seed);
        this.end = end;
        this.articles = articles;
        for (String country : java.util.Locale.getISOCountries()) {
            if (countries.size() < COUNTRIES) {
                countries.add(country);
            }
        }
    }

    /** The next article, oldest first. */
    ClassifiedArticle next() {
        Instant time = end.minus(MONTH).plusMillis(MONTH.toMillis() * made / articles);
        return article(time);
    }

    /** One that appears now. */
    ClassifiedArticle fresh() {
        return article(Instant.now().minusSeconds(1));
    }

    private ClassifiedArticle article(Instant time) {
        int number = made++;
        boolean copy = number > RECENT && random.nextDouble() < COPY;
        String story = copy ? recentStories[random.nextInt(RECENT)] : "story-" + number;
        recentStories[number % RECENT] = story;
        String title = words(8);
        int publisher = skewed(PUBLISHERS);
        return ClassifiedArticle.newBuilder()
                .setId("article-" + number)
                .setState(ArticleState.IN_SCOPE)
                .setRevision(1)
                .setStoryId(story)
                .setFeedUrl("https://paper" + publisher + ".example/feed.xml")
                .setOutlet(new Outlet(
                        "Paper " + publisher,
                        "https://paper" + publisher + ".example/",
                        "en",
                        countries.get(publisher % COUNTRIES),
                        "general",
                        "Publisher " + publisher,
                        publisher % 15 == 0 ? StateMedia.YES : StateMedia.NO))
                .setLink("https://paper" + publisher + ".example/" + number)
                .setTitle(title)
                .setSummary(words(30))
                .setLanguage(LANGUAGES.get(random.nextInt(LANGUAGES.size())))
                .setFirstSeen(time)
                .setFetched(time)
                .setEventTime(time)
                .setScore(0.9)
                .setRivalry(random.nextInt(3) == 0)
                .setTopics(some(TOPICS, 2).stream()
                        .map(topic -> new TopicVerdict(topic, 0.8))
                        .toList())
                .setCountries(some(countries, 3).stream()
                        .map(country -> new CountryVerdict(
                                country, 0.9, random.nextBoolean() ? ActorKind.STATE : ActorKind.COMPANY))
                        .toList())
                .setEvidence(List.of(new Evidence(
                        TextField.TITLE, 0, 4, title.substring(0, 4), "term", "topic", TOPICS.get(0), 0.8)))
                .setContentHash("hash")
                .setTaxonomyVersion("0123456789abcdef")
                .build();
    }

    /** Cells of single hours and days, as many as are asked for. */
    Count count(int number) {
        boolean day = number % 25 == 0;
        Duration length = day ? Duration.ofDays(1) : Duration.ofHours(1);
        long step = length.toMillis();
        long start = Math.floorDiv(end.toEpochMilli(), step) * step - number / 1000 % 700 * step;
        Instant from = Instant.ofEpochMilli(start);
        return new Count(
                countries.get(number % COUNTRIES),
                TOPICS.get(number / COUNTRIES % TOPICS.size()),
                day ? "P1D" : "PT1H",
                from,
                from.plus(length),
                5L,
                3L,
                2L,
                1L,
                0L,
                1L,
                List.of());
    }

    private Set<String> some(List<String> of, int most) {
        Set<String> some = new LinkedHashSet<>();
        int count = 1 + random.nextInt(most);
        for (int i = 0; i < count; i++) {
            some.add(of.get(skewed(of.size())));
        }
        return some;
    }

    private int skewed(int size) {
        return (int) (size * Math.pow(random.nextDouble(), 3));
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(WORDS.get(skewed(WORDS.size()))).append(' ').append(i == 2 ? random.nextInt(9_999) + " " : "");
        }
        return text.toString();
    }
}
