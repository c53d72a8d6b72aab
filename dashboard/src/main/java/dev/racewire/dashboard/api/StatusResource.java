// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import dev.racewire.dashboard.query.Agreement;
import dev.racewire.dashboard.subscribe.Progress;
import dev.racewire.dashboard.view.Articles;
import dev.racewire.dashboard.view.FeedEntry;
import dev.racewire.dashboard.view.View;
import dev.racewire.schemas.FeedHealth;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** {@code status}: whether what the page shows is fresh, and if not, why. */
final class StatusResource implements Resource {

    private final View view;
    private final Heads heads;
    private final Supplier<Progress> progress;
    private final InstantSource clock;
    private final Agreement agreement;

    StatusResource(View view, Heads heads, Supplier<Progress> progress, InstantSource clock, Agreement agreement) {
        this.view = view;
        this.heads = heads;
        this.progress = progress;
        this.clock = clock;
        this.agreement = agreement;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public Set<String> parameters() {
        return Set.of();
    }

    @Override
    public Answer answer(String rest, Parameters parameters) {
        Articles articles = view.articles();
        Progress now = progress.get();
        List<FeedEntry> feeds = view.feeds().all();
        Map<String, Object> head = heads.plain();
        head.put("now", clock.instant());
        head.put("state", now.state().name().toLowerCase(Locale.ROOT));
        head.put("trouble", now.trouble());
        head.put("read", now.read());
        head.put("total", now.total());
        head.put("lag", now.lag());
        head.put(
                "feeds", feeds.stream().filter(feed -> feed.listing().enabled()).count());
        head.put("feedsFailing", feeds.stream().filter(StatusResource::failing).count());
        view.feeds().lastPoll().ifPresent(at -> head.put("lastPoll", Instant.ofEpochMilli(at)));
        articles.newest().ifPresent(at -> head.put("newestArticle", Instant.ofEpochMilli(at)));
        head.put("articles", articles.size());
        head.put("cells", view.counts().size());
        head.put("disagreements", agreement.differences().size());
        agreement.differences().stream().findFirst().ifPresent(one -> head.put("disagreement", one));
        head.put("asOf", articles.edition().published());
        head.put("positions", articles.positions().toString());
        return new Answer.Document(head);
    }

    private static boolean failing(FeedEntry feed) {
        return feed.health() == FeedHealth.FAILING || feed.health() == FeedHealth.GONE;
    }
}
