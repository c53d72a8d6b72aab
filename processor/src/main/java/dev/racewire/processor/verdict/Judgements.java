// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.verdict;

import dev.racewire.processor.classify.Classification;
import dev.racewire.processor.classify.CountryVerdict;
import dev.racewire.processor.classify.Evidence;
import dev.racewire.processor.classify.TopicVerdict;
import dev.racewire.schemas.ActorKind;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.RetractionReason;
import dev.racewire.schemas.TextField;
import java.util.List;

/** Writes a verdict down as the public record; the story is left open, the second step decides it. */
final class Judgements {

    private static final int MOST_EVIDENCE = 200;

    private Judgements() {}

    @SuppressWarnings("NullAway") // Avro's builders take null where the schema does
    static ClassifiedArticle publish(
            Article sighting,
            ArticleText text,
            ArticleMemory memory,
            Classification classification,
            Attribution attribution,
            RetractionReason reason) {
        boolean inScope = classification.inScope();
        return ClassifiedArticle.newBuilder()
                .setId(sighting.getId())
                .setState(inScope ? ArticleState.IN_SCOPE : ArticleState.RETRACTED)
                .setReason(inScope ? null : reason)
                .setRevision(memory.verdict().revision())
                .setStoryId("")
                .setFeedUrl(memory.feeds().get(0))
                .setFeeds(memory.feeds())
                .setOutlet(attribution.outlet())
                .setVia(attribution.via())
                .setLink(sighting.getLink())
                .setTitle(text.title())
                .setSummary(text.summary())
                .setLanguage(classification.language())
                .setPublished(sighting.getPublished())
                .setUpdated(sighting.getUpdated())
                .setFirstSeen(memory.origin().firstSeen())
                .setFetched(sighting.getFetched())
                .setEventTime(memory.origin().eventTime())
                .setBackfill(memory.origin().backfill())
                .setCounted(memory.origin().counted())
                .setScore(classification.score())
                .setRivalry(classification.rivalry())
                .setTopics(
                        classification.topics().stream().map(Judgements::topic).toList())
                .setCountries(classification.countries().stream()
                        .map(Judgements::country)
                        .toList())
                .setEvidence(evidence(classification))
                .setContentHash(sighting.getContentHash())
                .setTaxonomyVersion(memory.verdict().taxonomyVersion())
                .build();
    }

    private static dev.racewire.schemas.TopicVerdict topic(TopicVerdict topic) {
        return new dev.racewire.schemas.TopicVerdict(topic.topic(), topic.score());
    }

    private static dev.racewire.schemas.CountryVerdict country(CountryVerdict country) {
        return new dev.racewire.schemas.CountryVerdict(
                country.country(),
                country.score(),
                ActorKind.valueOf(country.by().name()));
    }

    private static List<dev.racewire.schemas.Evidence> evidence(Classification classification) {
        return classification.evidence().stream()
                .limit(MOST_EVIDENCE)
                .map(Judgements::words)
                .toList();
    }

    private static dev.racewire.schemas.Evidence words(Evidence words) {
        return new dev.racewire.schemas.Evidence(
                TextField.valueOf(words.field().name()),
                words.start(),
                words.end(),
                words.surface(),
                words.term(),
                words.kind(),
                words.label(),
                words.weight());
    }
}
