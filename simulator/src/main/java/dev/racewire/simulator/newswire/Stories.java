// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.newswire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** The stories that are told, and which of them may be told by others too. */
final class Stories {

    private static final int RECENT = 400;

    /** Fewer than the processor remembers of one title. */
    private static final int MOST_TELLERS = 8;

    private final SplittableRandom random;
    private final List<Story> open = new ArrayList<>();
    private final Map<Integer, Integer> tellers = new HashMap<>();
    private int next;

    Stories(SplittableRandom random) {
        this.random = random;
        next = random.nextInt(1_000_000_000);
    }

    /** One that nobody has told. */
    Story another() {
        return Story.of(next++);
    }

    /** One that nobody has told and that has nothing to do with the race. */
    Story outOfScope() {
        Story story = another();
        while (story.inScope()) {
            story = another();
        }
        return story;
    }

    /** From now on others may tell it too. */
    void open(Story story) {
        if (!tellers.containsKey(story.number())) {
            open.add(story);
            count(story);
        }
    }

    /** One that others told, if there is any. */
    Story toldBefore() {
        return told(story -> true);
    }

    /** The same among those of these days. */
    Story toldOfLate() {
        return told(Dates::isOfTheseDays);
    }

    private Story told(Predicate<Story> wanted) {
        for (int attempt = 0; attempt < 10 && !open.isEmpty(); attempt++) {
            Story story = open.get(random.nextInt(Math.max(0, open.size() - RECENT), open.size()));
            if (wanted.test(story) && tellers.getOrDefault(story.number(), 0) < MOST_TELLERS) {
                count(story);
                return story;
            }
        }
        return another();
    }

    private void count(Story story) {
        tellers.merge(story.number(), 1, Integer::sum);
    }
}
