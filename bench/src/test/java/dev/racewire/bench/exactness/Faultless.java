// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import dev.racewire.schemas.ActorKind;
import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.CountryVerdict;
import dev.racewire.schemas.Coverage;
import dev.racewire.schemas.DeadLetterHeaders;
import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.Outlet;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.StateMedia;
import dev.racewire.schemas.TopicVerdict;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import dev.racewire.simulator.newswire.CellNumbers;
import dev.racewire.simulator.newswire.CoverageNumbers;
import dev.racewire.simulator.newswire.Ledger;
import dev.racewire.simulator.newswire.Standing;
import dev.racewire.simulator.newswire.Story;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Writes what a processor without a fault would write, so that a fault can be put into it. */
final class Faultless {

    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final Findings findings = new Findings("");

    /** All that follows from the ledger. */
    Findings write(Ledger ledger) {
        ledger.standings().stream()
                .filter(standing -> standing.state() != Standing.State.NEVER_IN_SCOPE)
                .forEach(standing -> write(article(standing)));
        ledger.cells().forEach(this::write);
        ledger.coverage().forEach(this::write);
        return findings;
    }

    void write(ClassifiedArticle article) {
        take(Topics.CLASSIFIED_ARTICLES, article.getId(), article);
    }

    void write(String cell, CellNumbers numbers) {
        take(
                Topics.COUNTS,
                cell,
                Count.newBuilder()
                        .setCountry("")
                        .setTopic("")
                        .setWindow("")
                        .setWindowStart(Instant.EPOCH)
                        .setWindowEnd(Instant.EPOCH)
                        .setArticles(numbers.articles())
                        .setStories(numbers.stories())
                        .setPublishers(numbers.publishers())
                        .setRivalries(numbers.rivalries())
                        .setStateMediaArticles(numbers.stateMedia())
                        .setRevision(1)
                        .build());
    }

    void write(String row, CoverageNumbers numbers) {
        take(
                Topics.COVERAGE,
                row,
                Coverage.newBuilder()
                        .setLanguage("")
                        .setOutletCountry("")
                        .setWindow("")
                        .setWindowStart(Instant.EPOCH)
                        .setWindowEnd(Instant.EPOCH)
                        .setArticlesSeen(numbers.seen())
                        .setArticlesInScope(numbers.inScope())
                        .setRevision(1)
                        .build());
    }

    /** A record set aside from partition 3. */
    void setAside(String key, String text, long offset) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(Topics.DEAD_LETTERS.name(), 0, 0, key, bytes);
        record.headers().add(DeadLetterHeaders.ORIGIN_PARTITION, "3".getBytes(StandardCharsets.UTF_8));
        record.headers()
                .add(DeadLetterHeaders.ORIGIN_OFFSET, String.valueOf(offset).getBytes(StandardCharsets.UTF_8));
        findings.take(record);
    }

    private void take(KafkaTopic topic, String key, SpecificRecord value) {
        findings.take(new ConsumerRecord<>(topic.name(), 0, 0, key, wire.encode(value)));
    }

    private static ClassifiedArticle article(Standing standing) {
        Story story = standing.text().story();
        boolean inScope = standing.state() == Standing.State.IN_SCOPE;
        return ClassifiedArticle.newBuilder()
                .setId(standing.article())
                .setState(inScope ? ArticleState.IN_SCOPE : ArticleState.RETRACTED)
                .setRevision(standing.revision())
                .setStoryId("story " + standing.storyKey())
                .setFeedUrl(standing.text().outlet().feedUrl())
                .setOutlet(new Outlet("", "", "und", "ZZ", "general", "", StateMedia.UNKNOWN))
                .setTitle(standing.text().title())
                .setLanguage(story.language())
                .setFirstSeen(Instant.EPOCH)
                .setFetched(Instant.EPOCH)
                .setEventTime(standing.eventTime())
                .setCounted(standing.counted())
                .setScore(1)
                .setRivalry(story.rivalry())
                .setCountries(story.countries().stream()
                        .map(code -> new CountryVerdict(code, 1.0, ActorKind.STATE))
                        .toList())
                .setTopics(story.topics().stream()
                        .map(topic -> new TopicVerdict(topic, 1.0))
                        .toList())
                .setEvidence(List.of())
                .setContentHash("")
                .setTaxonomyVersion("")
                .build();
    }
}
