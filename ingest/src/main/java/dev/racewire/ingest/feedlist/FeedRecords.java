// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.feedlist;

import dev.racewire.schemas.Feed;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Feeds as records of {@code racewire-feeds} and back. */
public final class FeedRecords {

    private FeedRecords() {}

    @SuppressWarnings("NullAway") // Avro's builders take null where the schema does
    static Feed toRecord(ListedFeed feed) {
        return Feed.newBuilder()
                .setUrl(feed.url())
                .setOutlet(toRecord(feed.outlet()))
                .setMinIntervalSeconds(seconds(feed.minInterval()))
                .setMaxIntervalSeconds(seconds(feed.maxInterval()))
                .setEnabled(feed.enabled())
                .setNote(feed.note())
                .build();
    }

    /** The outlet as it stands in feeds and articles. */
    public static dev.racewire.schemas.Outlet toRecord(Outlet outlet) {
        return dev.racewire.schemas.Outlet.newBuilder()
                .setName(outlet.name())
                .setSite(outlet.site())
                .setLanguage(outlet.language())
                .setCountry(outlet.country())
                .setKind(outlet.kind())
                .setPublisher(outlet.publisher())
                .setStateMedia(outlet.stateMedia())
                .build();
    }

    /** The feed in a record. */
    public static ListedFeed fromRecord(Feed feed) {
        dev.racewire.schemas.Outlet outlet = feed.getOutlet();
        return new ListedFeed(
                feed.getUrl(),
                new Outlet(
                        outlet.getName(),
                        outlet.getSite(),
                        outlet.getLanguage(),
                        outlet.getCountry(),
                        outlet.getKind(),
                        outlet.getPublisher(),
                        outlet.getStateMedia()),
                duration(feed.getMinIntervalSeconds()),
                duration(feed.getMaxIntervalSeconds()),
                feed.getEnabled(),
                feed.getNote());
    }

    private static @Nullable Integer seconds(@Nullable Duration duration) {
        return duration == null ? null : Math.toIntExact(Math.min(Integer.MAX_VALUE, duration.toSeconds()));
    }

    private static @Nullable Duration duration(@Nullable Integer seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }
}
