// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.article;

import dev.racewire.ingest.feedlist.Outlet;
import dev.racewire.ingest.state.Fingerprint;
import dev.racewire.ingest.state.States;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sightings for tests, by number: a higher number is a later article, published a minute after the one before. */
public final class Sightings {

    private Sightings() {}

    public static Sighting numbered(int number) {
        return published(number, States.NOON.minus(Duration.ofDays(1)).plus(Duration.ofMinutes(number)));
    }

    public static Sighting published(int number, @Nullable Instant published) {
        return of("article " + number, "text " + number, published);
    }

    /** The sighting of that article with that text. */
    public static Sighting of(String article, String text, @Nullable Instant published) {
        return new Sighting(
                Fingerprint.hash(article),
                States.URL,
                Outlet.named("Example"),
                null,
                null,
                text,
                "",
                "",
                "en",
                published,
                null,
                States.NOON,
                false,
                Fingerprint.hash(text));
    }

    /** Articles from the newest down to the oldest. */
    public static List<Sighting> down(int newest, int oldest) {
        return IntStream.iterate(newest, n -> n >= oldest, n -> n - 1)
                .mapToObj(Sightings::numbered)
                .toList();
    }
}
