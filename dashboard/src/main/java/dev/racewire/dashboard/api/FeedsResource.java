// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import dev.racewire.dashboard.view.FeedEntry;
import dev.racewire.dashboard.view.View;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code feeds}: what is read, and how each feed fares. */
final class FeedsResource implements Resource {

    private static final List<Column<FeedJson>> COLUMNS = List.of(
            new Column<>("url", FeedJson::url),
            new Column<>("outlet", FeedJson::outlet),
            new Column<>("country", FeedJson::country),
            new Column<>("language", FeedJson::language),
            new Column<>("kind", FeedJson::kind),
            new Column<>("publisher", FeedJson::publisher),
            new Column<>("stateMedia", FeedJson::stateMedia),
            new Column<>("health", FeedJson::health),
            new Column<>("reason", FeedJson::reason),
            new Column<>("provable", FeedJson::provable),
            new Column<>("lastPoll", FeedJson::lastPoll),
            new Column<>("lastRead", FeedJson::lastRead),
            new Column<>("polls", FeedJson::polls),
            new Column<>("articles", FeedJson::articles));

    private final View view;
    private final Heads heads;

    /** A feed as the API shows it. */
    record FeedJson(
            String url,
            String outlet,
            String country,
            String language,
            String kind,
            String publisher,
            String stateMedia,
            String health,
            String reason,
            boolean provable,
            @Nullable Instant lastPoll,
            @Nullable Instant lastRead,
            long polls,
            long articles) {

        static FeedJson of(FeedEntry feed) {
            FeedEntry.Listing listing = feed.listing();
            FeedEntry.Status status = feed.status();
            return new FeedJson(
                    listing.url(),
                    listing.outlet(),
                    listing.country(),
                    listing.language(),
                    listing.kind(),
                    listing.publisher(),
                    listing.stateMedia().toLowerCase(Locale.ROOT),
                    feed.health().name().toLowerCase(Locale.ROOT),
                    status.reason(),
                    status.provable(),
                    status.lastPoll(),
                    status.lastRead(),
                    status.polls(),
                    status.articles());
        }
    }

    FeedsResource(View view, Heads heads) {
        this.view = view;
        this.heads = heads;
    }

    @Override
    public String name() {
        return "feeds";
    }

    @Override
    public Set<String> parameters() {
        return Set.of("country", "language", "kind", "health");
    }

    @Override
    public Answer answer(String rest, Parameters parameters) {
        Optional<String> country = parameters.text("country");
        Optional<String> language = parameters.text("language");
        Optional<String> kind = parameters.text("kind");
        Optional<String> health = parameters.text("health");
        List<FeedJson> feeds = view.feeds().all().stream()
                .map(FeedJson::of)
                .filter(feed -> country.isEmpty() || country.get().equals(feed.country()))
                .filter(feed -> language.isEmpty() || language.get().equals(feed.language()))
                .filter(feed -> kind.isEmpty() || kind.get().equals(feed.kind()))
                .filter(feed -> health.isEmpty() || health.get().equals(feed.health()))
                .sorted(Comparator.comparing(FeedJson::outlet).thenComparing(FeedJson::url))
                .toList();
        Map<String, Object> head = heads.plain();
        head.put("found", feeds.size());
        Map<String, Long> healths = new TreeMap<>();
        feeds.forEach(feed -> healths.merge(feed.health(), 1L, Long::sum));
        head.put("byHealth", healths);
        return new Answer.Table<>(head, "feeds", feeds, COLUMNS);
    }
}
