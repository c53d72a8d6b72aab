// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.view;

import dev.racewire.schemas.Feed;
import dev.racewire.schemas.FeedHealth;
import dev.racewire.schemas.FeedState;
import dev.racewire.schemas.Outlet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A feed that is read, and how it fares. */
public record FeedEntry(Listing listing, Status status) {

    /** What the feed list says. */
    public record Listing(
            String url,
            String outlet,
            String site,
            String language,
            String country,
            String kind,
            String publisher,
            String stateMedia,
            boolean enabled) {

        static Listing of(Feed feed) {
            Outlet outlet = feed.getOutlet();
            return new Listing(
                    feed.getUrl(),
                    outlet.getName(),
                    outlet.getSite(),
                    outlet.getLanguage(),
                    outlet.getCountry(),
                    outlet.getKind(),
                    outlet.getPublisher(),
                    outlet.getStateMedia().name(),
                    feed.getEnabled());
        }
    }

    /**
     * What the last poll told.
     *
     * @param lastRead when it last answered with a feed
     */
    public record Status(
            FeedHealth health,
            String reason,
            boolean provable,
            @Nullable Instant lastPoll,
            @Nullable Instant lastRead,
            long polls,
            long articles) {

        static final Status NEVER_POLLED = new Status(FeedHealth.UNCONFIRMED, "", true, null, null, 0, 0);

        static Status of(FeedState state) {
            return new Status(
                    state.getHealth(),
                    state.getReason(),
                    state.getProvable(),
                    state.getLastPoll(),
                    state.getLastRead(),
                    state.getPolls(),
                    state.getArticles());
        }
    }

    /** How it fares, whereby a feed that is not to be polled is neither well nor ill. */
    public FeedHealth health() {
        return listing.enabled() ? status.health() : FeedHealth.DISABLED;
    }
}
