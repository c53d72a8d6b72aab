// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.news;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Endless publications computed from a seed: the same seed and feed give the same items at the same times, and nothing
 * is kept. Gaps between publications vary from nothing to twice the mean.
 */
public final class SeededNews implements News {

    private final long seed;
    private final String site;
    private final Instant begin;
    private final long gapMillis;
    private final int backlog;

    /**
     * @param seed seed of the run
     * @param site address of the outlet, without a slash at the end; part of the seed
     * @param begin when the feed starts to be served
     * @param meanGap mean time between two items
     * @param backlog how many items are visible already at the beginning
     */
    public SeededNews(long seed, String site, Instant begin, Duration meanGap, int backlog) {
        this.seed = seed * 31 + site.hashCode();
        this.site = site;
        this.begin = begin;
        this.gapMillis = meanGap.toMillis();
        this.backlog = backlog;
    }

    @Override
    public Instant visible(int number) {
        long slot = (number - backlog) * gapMillis;
        return begin.plusMillis(slot + (long) (random(number).nextDouble() * gapMillis));
    }

    @Override
    public Item item(int number) {
        String id = site + "/" + number;
        SplittableRandom words = random(number);
        Instant visible = begin.plusMillis((number - backlog) * gapMillis + (long) (words.nextDouble() * gapMillis));
        return new Item(id, id, id, Headlines.title(words, number), Headlines.summary(words), visible);
    }

    private SplittableRandom random(int number) {
        return new SplittableRandom(seed + number * 0x9E3779B97F4A7C15L);
    }
}
