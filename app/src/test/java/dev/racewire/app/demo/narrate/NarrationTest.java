// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.demo.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.schemas.ActorKind;
import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.CountryVerdict;
import dev.racewire.schemas.DeadLetterHeaders;
import dev.racewire.schemas.Evidence;
import dev.racewire.schemas.Feed;
import dev.racewire.schemas.FeedHealth;
import dev.racewire.schemas.FeedState;
import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.Outlet;
import dev.racewire.schemas.RetractionReason;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.StateMedia;
import dev.racewire.schemas.TextField;
import dev.racewire.schemas.TopicVerdict;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class NarrationTest {

    private static final Instant DAY = Instant.parse("2026-03-05T00:00:00Z");
    private static final WireFormat WIRE = new WireFormat(SchemaHistory.bundled());

    private Instant now = DAY;
    private final Narration narration = new Narration("/opened", () -> now);

    @Test
    void tellsTheFirstCountOnceAndThenHowFarTheTableIs() {
        assertThat(count("*", "*", DAY, 1, 1)).isEmpty();
        assertThat(count("CN", "chips", DAY, 1, 1)).containsExactly(new Line("first count", "CN/chips 1"));
        assertThat(count("US", "chips", DAY, 1, 1)).isEmpty();
        count("CN", "*", DAY, 20, 20);
        count("*", "chips", DAY, 20, 20);
        assertThat(count("*", "*", DAY, 20, 20))
                .containsExactly(new Line("matrix", "20 articles about the race for AI in 1 countries x 1 topics"));
        assertThat(count("*", "*", DAY, 39, 39)).isEmpty();
        assertThat(count("*", "*", DAY.minus(Duration.ofDays(1)), 1, 1))
                .extracting(Line::event)
                .containsExactly("matrix");
    }

    @Test
    void tellsWhatAnEditTakesAway() {
        count("CN", "chips", DAY, 1, 1);
        count("CN", "chips", DAY, 12, 9);
        article("1", "Huawei doubles", "s1", "P", ArticleState.IN_SCOPE);
        article("1", "Samsung doubles", "s1", "P", ArticleState.IN_SCOPE);
        assertThat(count("CN", "chips", DAY, 11, 9))
                .containsExactly(new Line("edit", "CN/chips 12 -> 11: \"Huawei doubles\", now \"Samsung doubles\""));
        assertThat(count("CN", "models", DAY, 0, 0)).as("one line an edit").isEmpty();
    }

    @Test
    void tellsOfAnArticleThatNoLongerCounts() {
        count("CN", "chips", DAY, 2, 2);
        article("1", "Huawei doubles", "s1", "P", ArticleState.IN_SCOPE);
        article("1", "A recipe", "s1", "P", ArticleState.RETRACTED);
        assertThat(count("CN", "chips", DAY, 1, 1))
                .extracting(Line::text)
                .singleElement()
                .asString()
                .endsWith("it no longer counts");
    }

    @Test
    void tellsWhenCopiesAreFolded() {
        assertThat(article("1", "Wire", "s1", "P", ArticleState.IN_SCOPE)).isEmpty();
        assertThat(article("2", "Wire", "s1", "P", ArticleState.IN_SCOPE)).isEmpty();
        assertThat(article("2", "Wire", "s1", "P", ArticleState.IN_SCOPE))
                .as("seen again")
                .isEmpty();
        assertThat(article("3", "Wire", "s1", "Q", ArticleState.IN_SCOPE))
                .containsExactly(new Line("folded", "3 articles of 2 publishers are one story: \"Wire\""));
        assertThat(narration.summary().text()).endsWith("1 stories");
    }

    @Test
    void tellsOfASurgeOnceButNotOfTheFirstDay() {
        assertThat(count("US", "models", DAY, 20, 20)).extracting(Line::event).containsExactly("first count");
        Instant next = DAY.plus(Duration.ofDays(1));
        assertThat(count("US", "models", next, 30, 30))
                .as("not 3 times as much")
                .isEmpty();
        assertThat(count("FR", "models", next, 8, 7)).as("copies are one story").isEmpty();
        assertThat(count("FR", "models", next, 9, 8))
                .containsExactly(new Line("surge", "FR/models has 8 stories on 2026-03-06; 0.0 a day before"));
        assertThat(count("FR", "models", next, 10, 9)).isEmpty();
    }

    @Test
    void isSettledWhenCountsHaveCeased() {
        assertThat(narration.settled(Duration.ofSeconds(5))).as("nothing yet").isFalse();
        count("CN", "chips", DAY, 1, 1);
        assertThat(narration.settled(Duration.ofSeconds(5))).isFalse();
        now = DAY.plusSeconds(5);
        assertThat(narration.settled(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void ignoresHours() {
        Count hour = cell("CN", "chips", 1).setWindow("PT1H").build();
        assertThat(tell(Topics.COUNTS, hour)).isEmpty();
    }

    @Test
    void tellsOfFailingFeedsByName() {
        tell(Topics.FEEDS, new Feed("http://a.example/feed", outlet("P"), null, null, true, null));
        assertThat(state(FeedHealth.OK)).isEmpty();
        assertThat(state(FeedHealth.FAILING))
                .extracting(Line::text)
                .singleElement()
                .asString()
                .startsWith("Paper: HTTP 500");
        assertThat(state(FeedHealth.FAILING)).isEmpty();
        assertThat(state(FeedHealth.OK)).containsExactly(new Line("recovered", "Paper answers again"));
    }

    @Test
    void tellsWhatWasSetAside() {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("t", 0, 0, "k", new byte[0]);
        record.headers().add(DeadLetterHeaders.ORIGIN_TOPIC, "racewire-articles".getBytes(StandardCharsets.UTF_8));
        record.headers().add(DeadLetterHeaders.REASON, "no schema id".getBytes(StandardCharsets.UTF_8));
        assertThat(narration.on(Topics.DEAD_LETTERS, record))
                .extracting(Line::text)
                .containsExactly(
                        "racewire-articles partition ? offset ? is set aside (no schema id); the rest flows on");
    }

    @Test
    void opensAStoryToItsWords() {
        ClassifiedArticle article = ClassifiedArticle.newBuilder(
                        classified("1", "Model China", "s", "P", ArticleState.IN_SCOPE))
                .setLink("https://a.example/opened-1")
                .setCountries(List.of(new CountryVerdict("CN", 1.0, ActorKind.NAME)))
                .setTopics(List.of(new TopicVerdict("models", 1.0)))
                .setEvidence(List.of(
                        new Evidence(TextField.TITLE, 0, 5, "Model", "model", "topic", "models", 2.0),
                        new Evidence(TextField.TITLE, 6, 11, "China", "China", "country", "CN", 1.0),
                        new Evidence(TextField.TITLE, 6, 11, "China", "China", "veto", "CN", -1.0)))
                .build();
        assertThat(tell(Topics.CLASSIFIED_ARTICLES, article))
                .containsExactly(new Line("opened", "\"Model China\" is CN by China; models by Model"));
        assertThat(tell(Topics.CLASSIFIED_ARTICLES, article)).isEmpty();
    }

    @Test
    void letsNoTitleSteerTheTerminal() {
        assertThat(Line.quoted("\u001b[31mred\nline\u202e")).isEqualTo("\"[31mred line\"");
        assertThat(Line.quoted("中".repeat(100))).hasSize(72).endsWith("…\"");
    }

    private List<Line> count(String country, String topic, Instant day, long articles, long stories) {
        return tell(
                Topics.COUNTS,
                cell(country, topic, articles)
                        .setWindowStart(day)
                        .setStories(stories)
                        .build());
    }

    private static Count.Builder cell(String country, String topic, long articles) {
        return Count.newBuilder()
                .setCountry(country)
                .setTopic(topic)
                .setWindow("P1D")
                .setWindowStart(DAY)
                .setWindowEnd(DAY.plus(Duration.ofDays(1)))
                .setArticles(articles)
                .setStories(articles)
                .setPublishers(1)
                .setRivalries(0)
                .setStateMediaArticles(0)
                .setRevision(1)
                .setTaxonomyVersions(List.of());
    }

    private List<Line> article(String id, String title, String story, String publisher, ArticleState state) {
        return tell(Topics.CLASSIFIED_ARTICLES, classified(id, title, story, publisher, state));
    }

    private static ClassifiedArticle classified(
            String id, String title, String story, String publisher, ArticleState state) {
        return ClassifiedArticle.newBuilder()
                .setId(id)
                .setState(state)
                .setReason(state == ArticleState.RETRACTED ? RetractionReason.EDITED : null)
                .setRevision(1)
                .setStoryId(story)
                .setFeedUrl("http://a.example/feed")
                .setFeeds(List.of())
                .setOutlet(outlet(publisher))
                .setVia(false)
                .setLink("https://a.example/" + id)
                .setTitle(title)
                .setSummary("")
                .setLanguage("en")
                .setFirstSeen(DAY)
                .setFetched(DAY)
                .setEventTime(DAY)
                .setBackfill(false)
                .setCounted(true)
                .setScore(1)
                .setRivalry(false)
                .setTopics(List.of())
                .setCountries(List.of())
                .setEvidence(List.of())
                .setContentHash("")
                .setTaxonomyVersion("")
                .build();
    }

    private List<Line> state(FeedHealth health) {
        return tell(
                Topics.FEED_STATES,
                FeedState.newBuilder()
                        .setUrl("http://a.example/feed")
                        .setNextPoll(DAY)
                        .setIntervalSeconds(2)
                        .setHealth(health)
                        .setReason(health == FeedHealth.OK ? "" : "HTTP 500")
                        .build());
    }

    private static Outlet outlet(String publisher) {
        return Outlet.newBuilder()
                .setName("Paper")
                .setPublisher(publisher)
                .setStateMedia(StateMedia.NO)
                .build();
    }

    private List<Line> tell(KafkaTopic topic, SpecificRecord value) {
        return narration.on(topic, new ConsumerRecord<>(topic.name(), 0, 0, "key", WIRE.encode(value)));
    }
}
