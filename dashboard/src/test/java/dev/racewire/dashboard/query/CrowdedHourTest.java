// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.dashboard.Feeding;
import dev.racewire.dashboard.News;
import dev.racewire.dashboard.view.ArticleEntry;
import dev.racewire.dashboard.view.Articles;
import dev.racewire.schemas.ClassifiedArticle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hours with hundreds of articles, where articles are looked up instead of read one by one. */
class CrowdedHourTest {

    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
    private static final Span SPAN = new Span(START.plusSeconds(600), START.plusSeconds(6_000));
    private static final List<String> COUNTRIES = List.of("AA", "BB", "CC");
    private static final List<String> TOPICS = List.of("one", "two");
    private static final List<String> LANGUAGES = List.of("en", "zh", "ko", "de");
    private static final List<String> WORDS =
            List.of("chips", "Chipsatz", "半导体", "出口管制", "반도체", "수출", "Überblick", "ai", "a1b2", "芯", "x");
    private static final List<ClassifiedArticle> ALL = crowd();
    private static final Articles ARTICLES = view();

    private static List<ClassifiedArticle> crowd() {
        Random random = new Random(5);
        List<ClassifiedArticle> all = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            all.add(News.article(
                            "n" + i,
                            START.plusSeconds(random.nextInt(7_200)),
                            COUNTRIES.get(random.nextInt(3)),
                            TOPICS.get(random.nextInt(2)))
                    .setLanguage(LANGUAGES.get(random.nextInt(4)))
                    .setTitle(WORDS.get(random.nextInt(WORDS.size())) + " " + WORDS.get(random.nextInt(WORDS.size())))
                    .setSummary("第" + i + WORDS.get(random.nextInt(WORDS.size())))
                    .build());
        }
        return all;
    }

    private static Articles view() {
        Feeding feeding = new Feeding();
        ALL.forEach(feeding::article);
        return feeding.publish(START.plusSeconds(7_200)).articles();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chips",
                "chip",
                "半导体",
                "导体",
                "体",
                "管制",
                "반도체",
                "überblick",
                "BLICK",
                "ai",
                "a1b2 chips",
                "第7",
                "nowhere"
            })
    void findsEveryTextThatContainsTheWords(String text) {
        Filter filter = filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(text));
        assertThat(found(filter)).isEqualTo(expected(article -> contains(article, text)));
    }

    @Test
    void findsByCountryTopicAndLanguage() {
        for (String country : COUNTRIES) {
            for (String language : LANGUAGES) {
                Filter filter =
                        filter(Optional.of(country), Optional.of("two"), Optional.of(language), Optional.of("chip"));
                assertThat(found(filter))
                        .isNotEmpty()
                        .isEqualTo(expected(article ->
                                article.getCountries().get(0).getCountry().equals(country)
                                        && article.getTopics().get(0).getTopic().equals("two")
                                        && article.getLanguage().equals(language)
                                        && contains(article, "chip")));
            }
        }
    }

    @Test
    void findsNothingOfWhatNeverOccurred() {
        assertThat(found(filter(Optional.of("ZZ"), Optional.empty(), Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    private static Filter filter(
            Optional<String> country, Optional<String> topic, Optional<String> language, Optional<String> text) {
        return new Filter(
                country,
                topic,
                language,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                text,
                Optional.empty());
    }

    private static List<String> found(Filter filter) {
        return ArticleList.of(ARTICLES, SPAN, filter, new Page(null, 1_000)).items().stream()
                .map(ArticleEntry::id)
                .toList();
    }

    private static List<String> expected(Predicate<ClassifiedArticle> wanted) {
        return ALL.stream()
                .filter(article -> !article.getEventTime().isBefore(SPAN.from())
                        && article.getEventTime().isBefore(SPAN.to()))
                .filter(wanted)
                .sorted(Comparator.comparing(ClassifiedArticle::getEventTime)
                        .thenComparing(ClassifiedArticle::getId)
                        .reversed())
                .map(ClassifiedArticle::getId)
                .toList();
    }

    private static boolean contains(ClassifiedArticle article, String words) {
        String text = (article.getTitle() + "\n" + article.getSummary()).toLowerCase(Locale.ROOT);
        return List.of(words.toLowerCase(Locale.ROOT).split(" ")).stream().allMatch(text::contains);
    }
}
