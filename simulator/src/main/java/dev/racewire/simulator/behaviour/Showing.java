// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.behaviour;

import dev.racewire.simulator.news.Item;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Odd ways to show items; all of them are common on real sites. */
public enum Showing implements Behaviour {
    /** The very first item stays on top for good. */
    PINNED {
        @Override
        public int[] arrange(int[] newestFirst, int turn) {
            IntStream others = IntStream.of(newestFirst).filter(number -> number != 0);
            return IntStream.concat(IntStream.of(0), others).toArray();
        }
    },
    /** In another order each time, as lists by popularity are. */
    SHUFFLED {
        @Override
        public int[] arrange(int[] newestFirst, int turn) {
            int[] shuffled = newestFirst.clone();
            SplittableRandom random = new SplittableRandom(turn);
            for (int i = shuffled.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int kept = shuffled[i];
                shuffled[i] = shuffled[other];
                shuffled[other] = kept;
            }
            return shuffled;
        }
    },
    OLDEST_FIRST {
        @Override
        public int[] arrange(int[] newestFirst, int turn) {
            int last = newestFirst.length - 1;
            return IntStream.rangeClosed(0, last)
                    .map(i -> newestFirst[last - i])
                    .toArray();
        }
    },
    /** No items, as a feed whose database is gone shows. */
    EMPTY {
        @Override
        public int[] arrange(int[] newestFirst, int turn) {
            return new int[0];
        }
    },
    /** New guids for all items each time. */
    REKEYED {
        @Override
        public Item dress(Item item, int turn) {
            return item.withGuid(item.id() + "?turn=" + turn);
        }
    },
    /** One guid for all items. */
    ONE_GUID {
        @Override
        public Item dress(Item item, int turn) {
            return item.withGuid("item");
        }
    },
    /** Links that carry a visit's number, new in each answer, and nothing else to know an item by. */
    VISIT_LINKS {
        @Override
        public Item dress(Item item, int turn) {
            String mark = item.link().contains("?") ? "&" : "?";
            return item.withGuid(null).withLink(item.link() + mark + "utm_visit=" + turn);
        }

        @Override
        public boolean validates() {
            return false;
        }
    },
    /** Dates that move on with each answer. */
    RESTAMPED {
        @Override
        public Item dress(Item item, int turn) {
            return item.published() == null
                    ? item
                    : item.withPublished(item.published().plus(Duration.ofMinutes(turn)));
        }

        @Override
        public boolean validates() {
            return false;
        }
    },
    UNDATED {
        @Override
        public Item dress(Item item, int turn) {
            return item.withPublished(null);
        }
    }
}
