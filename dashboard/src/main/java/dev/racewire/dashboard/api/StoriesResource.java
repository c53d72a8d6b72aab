// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import dev.racewire.dashboard.query.StoryList;
import dev.racewire.dashboard.view.ArticleEntry;
import dev.racewire.dashboard.view.Articles;
import dev.racewire.dashboard.view.View;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** {@code stories}: newest first, a row a story with its articles; {@code stories/ID}: one. */
final class StoriesResource implements Resource {

    private static final int MOST_COPIES = 40;

    private static final List<Column<StoryJson>> COLUMNS = List.of(
            new Column<>("storyId", StoryJson::storyId),
            new Column<>("firstTime", StoryJson::firstTime),
            new Column<>("latestTime", StoryJson::latestTime),
            new Column<>("articles", StoryJson::articles),
            new Column<>("publishers", StoryJson::publishers),
            new Column<>("title", story -> story.lead().title()),
            new Column<>("language", story -> story.lead().language()),
            new Column<>("outlet", story -> story.lead().outlet().name()),
            new Column<>("link", story -> story.lead().link()));

    private final View view;
    private final Listing<StoryList.Story, StoryJson> listing;

    /**
     * A story as the API shows it.
     *
     * @param articles how many articles it has
     * @param publishers how many owners of outlets brought it
     * @param lead its earliest article that the question is about
     * @param copies its other articles, oldest first, at most {@value #MOST_COPIES}
     */
    record StoryJson(
            String storyId,
            Instant firstTime,
            Instant latestTime,
            int articles,
            long publishers,
            ArticleJson lead,
            List<ArticleJson> copies) {}

    StoriesResource(View view, Questions questions, Heads heads) {
        this.view = view;
        this.listing = new Listing<>(name(), questions, heads, StoriesResource::json, COLUMNS);
    }

    @Override
    public String name() {
        return "stories";
    }

    @Override
    public Set<String> parameters() {
        return Questions.LISTING;
    }

    @Override
    public Answer answer(String rest, Parameters parameters) {
        Articles articles = view.articles();
        return rest.isEmpty()
                ? listing.page(articles, parameters, StoryList::of)
                : listing.one(articles, existing(rest, articles));
    }

    private static StoryList.Story existing(String storyId, Articles articles) {
        List<ArticleEntry> members = articles.story(storyId);
        if (members.isEmpty()) {
            throw new Problem(
                    Problem.Kind.NOT_FOUND,
                    "no story '" + Parameters.shortened(storyId)
                            + "' is held; it lost its last article, or is too old");
        }
        return new StoryList.Story(members.get(0), members.get(members.size() - 1), members);
    }

    private static StoryJson json(StoryList.Story story) {
        List<ArticleEntry> members = story.articles().isEmpty() ? List.of(story.lead()) : story.articles();
        return new StoryJson(
                story.lead().storyId(),
                Instant.ofEpochMilli(members.get(0).time()),
                Instant.ofEpochMilli(members.get(members.size() - 1).time()),
                members.size(),
                members.stream().mapToInt(ArticleEntry::publisher).distinct().count(),
                ArticleJson.of(story.lead()),
                members.stream()
                        .filter(entry -> !entry.id().equals(story.lead().id()))
                        .limit(MOST_COPIES)
                        .map(ArticleJson::of)
                        .toList());
    }
}
