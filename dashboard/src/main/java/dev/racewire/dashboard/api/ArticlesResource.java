// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import dev.racewire.dashboard.query.ArticleList;
import dev.racewire.dashboard.view.ArticleEntry;
import dev.racewire.dashboard.view.Articles;
import dev.racewire.dashboard.view.View;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code articles}: newest first, a row an article; {@code articles/ID}: one, in scope or withdrawn. */
final class ArticlesResource implements Resource {

    static final List<Column<ArticleJson>> COLUMNS = List.of(
            new Column<>("id", ArticleJson::id),
            new Column<>("storyId", ArticleJson::storyId),
            new Column<>("eventTime", ArticleJson::eventTime),
            new Column<>("title", ArticleJson::title),
            new Column<>("language", ArticleJson::language),
            new Column<>("link", ArticleJson::link),
            new Column<>("outlet", article -> article.outlet().name()),
            new Column<>("outletCountry", article -> article.outlet().country()),
            new Column<>("publisher", article -> article.outlet().publisher()),
            new Column<>("stateMedia", article -> article.outlet().stateMedia()),
            new Column<>("countries", ArticlesResource::countries),
            new Column<>("topics", ArticlesResource::topics),
            new Column<>("rivalry", ArticleJson::rivalry),
            new Column<>("score", ArticleJson::score),
            new Column<>("revision", ArticleJson::revision),
            new Column<>("taxonomyVersion", ArticleJson::taxonomyVersion));

    private final View view;
    private final Listing<ArticleEntry, ArticleJson> listing;

    ArticlesResource(View view, Questions questions, Heads heads) {
        this.view = view;
        this.listing = new Listing<>(name(), questions, heads, ArticleJson::of, COLUMNS);
    }

    @Override
    public String name() {
        return "articles";
    }

    @Override
    public Set<String> parameters() {
        return Questions.LISTING;
    }

    @Override
    public Answer answer(String rest, Parameters parameters) {
        Articles articles = view.articles();
        return rest.isEmpty()
                ? listing.page(articles, parameters, ArticleList::of)
                : listing.one(articles, existing(rest, articles));
    }

    private static ArticleEntry existing(String id, Articles articles) {
        return articles.find(id)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND,
                        "no article '" + Parameters.shortened(id) + "' is held; it never was in scope, or is too old"));
    }

    private static String countries(ArticleJson article) {
        return article.countries().stream()
                .map(ArticleJson.CountryJson::country)
                .collect(Collectors.joining(" "));
    }

    private static String topics(ArticleJson article) {
        return article.topics().stream().map(ArticleJson.TopicJson::topic).collect(Collectors.joining(" "));
    }
}
