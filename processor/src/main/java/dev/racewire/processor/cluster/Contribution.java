// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.cluster;

import dev.racewire.processor.state.FieldReader;
import dev.racewire.processor.state.FieldWriter;
import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.CountryVerdict;
import dev.racewire.schemas.StateMedia;
import dev.racewire.schemas.TopicVerdict;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an article adds to the cells of each of its rows.
 *
 * @param eventTime the time that decides its windows
 * @param topics its topics, each once
 * @param storyId its story
 * @param publisher owner of its outlet
 * @param rivalry whether it sets countries against each other
 * @param stateMedia whether a state owns or directs its outlet
 * @param taxonomyVersion taxonomy that judged it
 */
public record Contribution(
        Instant eventTime,
        List<String> topics,
        String storyId,
        String publisher,
        boolean rivalry,
        boolean stateMedia,
        String taxonomyVersion) {

    /** Stands for all countries, or all topics. */
    public static final String ALL = "*";

    public Contribution {
        topics = List.copyOf(topics);
    }

    /** What the article adds; null when it is in no cell. */
    static @Nullable Contribution of(@Nullable ClassifiedArticle article) {
        if (article == null || article.getState() != ArticleState.IN_SCOPE || !article.getCounted()) {
            return null;
        }
        return new Contribution(
                article.getEventTime(),
                article.getTopics().stream()
                        .map(TopicVerdict::getTopic)
                        .distinct()
                        .toList(),
                article.getStoryId(),
                article.getOutlet().getPublisher(),
                article.getRivalry(),
                article.getOutlet().getStateMedia() == StateMedia.YES,
                article.getTaxonomyVersion());
    }

    /** The rows that the article stands in: its countries, and the row of all. */
    static Set<String> rows(ClassifiedArticle article) {
        Set<String> rows = new LinkedHashSet<>();
        rows.add(ALL);
        article.getCountries().stream().map(CountryVerdict::getCountry).forEach(rows::add);
        return rows;
    }

    void write(FieldWriter out) {
        out.instant(eventTime);
        out.each(topics, FieldWriter::text);
        out.text(storyId);
        out.text(publisher);
        out.flag(rivalry);
        out.flag(stateMedia);
        out.text(taxonomyVersion);
    }

    static Contribution read(FieldReader in) {
        return new Contribution(
                in.instant(), in.each(FieldReader::text), in.text(), in.text(), in.flag(), in.flag(), in.text());
    }
}
