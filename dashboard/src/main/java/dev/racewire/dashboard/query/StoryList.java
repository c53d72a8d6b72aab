// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import dev.racewire.dashboard.view.ArticleEntry;
import dev.racewire.dashboard.view.Articles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Stories by their latest article that the question is about, newest first. */
public final class StoryList {

    /**
     * A story.
     *
     * @param lead its earliest article that the question is about
     * @param latest its latest one
     * @param articles all its articles, oldest first, whether the question is about them or not
     */
    public record Story(ArticleEntry lead, ArticleEntry latest, List<ArticleEntry> articles) {}

    private StoryList() {}

    public static Page.Slice<Story> of(Articles articles, Span span, Filter filter, Page page) {
        Predicate<ArticleEntry> test = filter.on(articles);
        Predicate<ArticleEntry> inQuestion =
                entry -> entry.time() >= span.fromMillis() && entry.time() < span.toMillis() && test.test(entry);
        Cursor after = page.after();
        Set<Integer> met = new HashSet<>();
        List<Story> found = new ArrayList<>();
        articles.newestFirst(span.fromMillis(), span.toMillis(), filter.traits(articles), entry -> {
            // A story whose latest article stands before the cursor was on an earlier page.
            if (test.test(entry) && met.add(entry.story()) && (after == null || after.before(entry))) {
                found.add(story(articles, entry, inQuestion));
            }
            return found.size() <= page.limit();
        });
        if (found.size() <= page.limit()) {
            return new Page.Slice<>(found, Optional.empty());
        }
        List<Story> items = found.subList(0, page.limit());
        Story last = items.get(items.size() - 1);
        return new Page.Slice<>(items, Optional.of(Cursor.behind(last.latest())));
    }

    private static Story story(Articles articles, ArticleEntry latest, Predicate<ArticleEntry> inQuestion) {
        List<ArticleEntry> all = articles.story(latest.storyId());
        ArticleEntry lead = all.stream().filter(inQuestion).findFirst().orElse(latest);
        return new Story(lead, latest, all);
    }
}
