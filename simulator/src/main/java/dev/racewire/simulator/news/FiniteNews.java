// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.news;

import java.time.Instant;
import java.util.OptionalInt;

/** The first so many publications of a feed: news that end, so that the last can be waited for. */
public record FiniteNews(News endless, int most) implements News {

    @Override
    public Instant visible(int number) {
        return number < most ? endless.visible(number) : Instant.MAX;
    }

    @Override
    public Item item(int number) {
        return endless.item(number);
    }

    @Override
    public OptionalInt replaces(int number) {
        return endless.replaces(number);
    }
}
