// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.articles;

import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.CountryVerdict;
import dev.racewire.schemas.StateMedia;
import dev.racewire.schemas.TopicVerdict;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a classified article decides where it counts.
 *
 * @param id article id
 * @param state whether it is in scope or was retracted
 * @param counted whether it may be in a cell while it is in scope
 * @param eventTime the time that decides its windows
 * @param countries its countries
 * @param topics its topics
 * @param storyId its story
 * @param publisher owner of its outlet
 * @param rivalry whether it sets countries against each other
 * @param stateMedia whether a state owns or directs its outlet
 * @param taxonomyVersion taxonomy that judged it
 * @param sample whether it is made up, which its outlet's address tells
 */
public record ArticleFacts(
        String id,
        ArticleState state,
        boolean counted,
        Instant eventTime,
        Set<String> countries,
        Set<String> topics,
        String storyId,
        String publisher,
        boolean rivalry,
        boolean stateMedia,
        String taxonomyVersion,
        boolean sample) {

    /** Hosts under this name can't exist (RFC 2606), so invented outlets stand there. */
    private static final String INVENTED = ".example";

    public ArticleFacts {
        countries = Set.copyOf(countries);
        topics = Set.copyOf(topics);
    }

    /** The facts in a record. */
    public static ArticleFacts of(ClassifiedArticle article) {
        return new ArticleFacts(
                article.getId(),
                article.getState(),
                article.getCounted(),
                article.getEventTime(),
                article.getCountries().stream().map(CountryVerdict::getCountry).collect(Collectors.toSet()),
                article.getTopics().stream().map(TopicVerdict::getTopic).collect(Collectors.toSet()),
                article.getStoryId(),
                article.getOutlet().getPublisher(),
                article.getRivalry(),
                article.getOutlet().getStateMedia() == StateMedia.YES,
                article.getTaxonomyVersion(),
                article.getOutlet().getSite().replaceFirst("/$", "").endsWith(INVENTED));
    }

    /** Whether it is in cells. */
    public boolean inCells() {
        return state == ArticleState.IN_SCOPE && counted;
    }
}
