// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.dashboard.Feeding;
import dev.racewire.dashboard.News;
import dev.racewire.dashboard.view.ArticleEntry;
import dev.racewire.dashboard.view.Articles;
import dev.racewire.schemas.ActorKind;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.CountryVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random spans and filters, answered by the code and by counting with sets. */
class BruteForceTest {

    private static final Instant END = Instant.parse("2026-11-24T12:00:00Z");
    private static final List<String> COUNTRIES = List.of("AA", "BB", "CC", "DD");
    private static final List<String> TOPICS = List.of("one", "two", "three");
    private static final List<String> LANGUAGES = List.of("en", "id", "zh");

    private static final List<ClassifiedArticle> ALL = random(600);
    private static final Articles ARTICLES = view(ALL);

    private static final Stretches STRETCHES = new Stretches();

    private record Question(Span span, Filter filter) {}

    static Stream<Question> questions() {
        Random random = new Random(11);
        return Stream.generate(() -> question(random)).limit(50);
    }

    private static Question question(Random random) {
        Instant from = END.minusSeconds(random.nextInt(10 * 86_400));
        Span span = new Span(from, from.plusSeconds(1 + random.nextInt(5 * 86_400)));
        Filter filter = new Filter(
                some(random, COUNTRIES),
                some(random, TOPICS),
                some(random, LANGUAGES),
                some(random, COUNTRIES),
                Optional.empty(),
                some(random, List.of(ActorKind.STATE, ActorKind.COMPANY)),
                random.nextInt(4) == 0,
                random.nextInt(4) == 0,
                some(random, List.of("7", "title 1")),
                Optional.empty());
        return new Question(span, filter);
    }

    private static <T> Optional<T> some(Random random, List<T> values) {
        return random.nextInt(3) == 0 ? Optional.of(values.get(random.nextInt(values.size()))) : Optional.empty();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void matrixCountsDistinctOverTheSpan(Question question) {
        matrixIsRight(question, ALL, ARTICLES, STRETCHES);
    }

    /** What was kept for earlier questions must not outlive what it was counted from. */
    @Test
    void keptStretchesFollowEveryChange() {
        Random random = new Random(17);
        List<ClassifiedArticle> articles = new ArrayList<>(random(600));
        Feeding feeding = new Feeding();
        articles.forEach(feeding::article);
        Stretches stretches = new Stretches();
        for (int round = 0; round < 60; round++) {
            for (int change = 0; change < 4; change++) {
                int index = random.nextInt(articles.size());
                ClassifiedArticle old = articles.get(index);
                ClassifiedArticle fresh = ClassifiedArticle.newBuilder(
                                random(600).get(random.nextInt(600)))
                        .setId(old.getId())
                        .setCounted(random.nextInt(4) != 0)
                        .setStoryId("story" + random.nextInt(200))
                        .build();
                articles.set(index, fresh);
                feeding.article(fresh);
            }
            Articles now = feeding.publish(END).articles();
            Filter filter = round % 3 == 0 ? Filter.NONE : question(random).filter();
            Instant from = END.minus(Duration.ofHours(random.nextInt(240)));
            Span span = round % 2 == 0
                    ? new Span(from, END.plusSeconds(60))
                    : new Span(from, from.plusSeconds(1 + random.nextInt(5 * 86_400)));
            matrixIsRight(new Question(span, filter), articles, now, stretches);
        }
    }

    private static void matrixIsRight(
            Question question, List<ClassifiedArticle> all, Articles articles, Stretches stretches) {
        List<ClassifiedArticle> matching = matching(all, question);
        for (Matrix.Cell cell : Matrix.of(articles, question.span(), question.filter(), stretches)) {
            List<ClassifiedArticle> expected = matching.stream()
                    .filter(a -> cell.country().equals("*") || about(a, cell.country(), question.filter()))
                    .filter(a -> cell.topic().equals("*") || topics(a).contains(cell.topic()))
                    .toList();
            assertThat(cell.numbers()).as(cell.country() + "/" + cell.topic()).isEqualTo(count(expected));
        }
        Set<String> rows = Matrix.of(articles, question.span(), question.filter(), stretches).stream()
                .map(Matrix.Cell::country)
                .collect(Collectors.toSet());
        Set<String> expectedRows = matching.stream()
                .flatMap(a -> COUNTRIES.stream().filter(c -> about(a, c, question.filter())))
                .collect(Collectors.toCollection(HashSet::new));
        if (!matching.isEmpty()) {
            expectedRows.add("*");
        }
        assertThat(rows).isEqualTo(expectedRows);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void seriesCountsDistinctWithinEachStep(Question question) {
        List<ClassifiedArticle> matching = matching(question);
        Series series = new Series(ARTICLES, question.span(), question.filter(), Duration.ofHours(6), STRETCHES);
        for (Series.Point point : series.of("*", "*")) {
            List<ClassifiedArticle> expected = matching.stream()
                    .filter(a -> !a.getEventTime().isBefore(point.start())
                            && a.getEventTime().isBefore(point.end()))
                    .toList();
            assertThat(point.numbers()).isEqualTo(count(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void seriesOfCellsCountDistinctWithinEachStep(Question question) {
        Filter f = question.filter();
        Filter free = new Filter(
                Optional.empty(),
                Optional.empty(),
                f.language(),
                f.outletCountry(),
                f.outlet(),
                f.by(),
                f.withoutStateMedia(),
                f.rivalry(),
                f.text(),
                Optional.empty());
        List<ClassifiedArticle> cell = matching(new Question(question.span(), free)).stream()
                .filter(a -> about(a, "BB", free))
                .filter(a -> topics(a).contains("two"))
                .toList();
        for (Duration step : List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1))) {
            Series series = new Series(ARTICLES, question.span(), free, step, STRETCHES);
            for (Series.Point point : series.of("BB", "two")) {
                List<ClassifiedArticle> expected = cell.stream()
                        .filter(a -> !a.getEventTime().isBefore(point.start())
                                && a.getEventTime().isBefore(point.end()))
                        .toList();
                assertThat(point.numbers()).isEqualTo(count(expected));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void pagesOfArticlesHoldEachOnceNewestFirst(Question question) {
        List<String> ids = pages(page -> ArticleList.of(ARTICLES, question.span(), question.filter(), page)).stream()
                .map(ArticleEntry::id)
                .toList();
        assertThat(ids)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(matching(question).stream()
                        .map(ClassifiedArticle::getId)
                        .toList());
        assertThat(ids.stream().map(id -> ARTICLES.find(id).orElseThrow().time()))
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void pagesOfStoriesHoldEachOnce(Question question) {
        List<String> ids = pages(page -> StoryList.of(ARTICLES, question.span(), question.filter(), page)).stream()
                .map(story -> story.lead().storyId())
                .toList();
        assertThat(ids)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(matching(question).stream()
                        .map(ClassifiedArticle::getStoryId)
                        .collect(Collectors.toSet()));
    }

    @Test
    void theQuestionsAreNotAllEmpty() {
        assertThat(questions().filter(question -> !matching(question).isEmpty()).count())
                .isGreaterThan(10);
    }

    private static <T> List<T> pages(Function<Page, Page.Slice<T>> list) {
        List<T> items = new ArrayList<>();
        Page page = new Page(null, 7);
        while (true) {
            Page.Slice<T> slice = list.apply(page);
            items.addAll(slice.items());
            if (slice.next().isEmpty()) {
                return items;
            }
            page = new Page(Cursor.parse(slice.next().get().toString()).orElseThrow(), 7);
        }
    }

    private static List<ClassifiedArticle> matching(Question question) {
        return matching(ALL, question);
    }

    private static List<ClassifiedArticle> matching(List<ClassifiedArticle> all, Question question) {
        Filter f = question.filter();
        return all.stream()
                .filter(ClassifiedArticle::getCounted)
                .filter(a -> !a.getEventTime().isBefore(question.span().from()))
                .filter(a -> a.getEventTime().isBefore(question.span().to()))
                .filter(a -> f.topic().isEmpty() || topics(a).contains(f.topic().get()))
                .filter(a -> f.country().isEmpty() || about(a, f.country().get(), f))
                .filter(a -> f.by().isEmpty() || COUNTRIES.stream().anyMatch(c -> about(a, c, f)))
                .filter(a -> f.language().isEmpty() || f.language().get().equals(a.getLanguage()))
                .filter(a -> f.outletCountry().isEmpty()
                        || f.outletCountry().get().equals(a.getOutlet().getCountry()))
                .filter(a -> !f.rivalry() || a.getRivalry())
                .filter(a -> f.text().isEmpty()
                        || Stream.of(f.text().get().split(" "))
                                .allMatch(a.getTitle().toLowerCase(java.util.Locale.ROOT)::contains))
                .toList();
    }

    private static boolean about(ClassifiedArticle article, String country, Filter filter) {
        return article.getCountries().stream()
                .anyMatch(verdict -> verdict.getCountry().equals(country)
                        && (filter.by().isEmpty() || filter.by().get() == verdict.getBy()));
    }

    private static List<String> topics(ClassifiedArticle article) {
        return article.getTopics().stream().map(verdict -> verdict.getTopic()).toList();
    }

    private static Numbers count(List<ClassifiedArticle> articles) {
        return new Numbers(
                articles.size(),
                articles.stream().map(ClassifiedArticle::getStoryId).distinct().count(),
                articles.stream()
                        .map(a -> a.getOutlet().getPublisher())
                        .distinct()
                        .count(),
                articles.stream().filter(ClassifiedArticle::getRivalry).count(),
                0);
    }

    private static Articles view(List<ClassifiedArticle> articles) {
        Feeding feeding = new Feeding();
        articles.forEach(feeding::article);
        return feeding.publish(END).articles();
    }

    private static List<ClassifiedArticle> random(int count) {
        Random random = new Random(3);
        List<ClassifiedArticle> articles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant time = END.minusSeconds(random.nextInt(10 * 86_400));
            String first = COUNTRIES.get(random.nextInt(4));
            String second = COUNTRIES.get(random.nextInt(4));
            String topics = TOPICS.get(random.nextInt(3)) + " " + TOPICS.get(random.nextInt(3));
            articles.add(News.article("id" + i, time, "", topics)
                    .setCountries(List.of(
                            new CountryVerdict(first, 0.9, ActorKind.STATE),
                            new CountryVerdict(second, 0.9, random.nextBoolean() ? ActorKind.COMPANY : ActorKind.NAME)))
                    .setTitle("Title " + i)
                    .setLanguage(LANGUAGES.get(random.nextInt(3)))
                    .setStoryId("story" + random.nextInt(200))
                    .setOutlet(News.outlet("Outlet", COUNTRIES.get(random.nextInt(4)), "en", "P" + random.nextInt(20)))
                    .setRivalry(random.nextBoolean())
                    .setCounted(random.nextInt(10) != 0)
                    .build());
        }
        return articles;
    }
}
