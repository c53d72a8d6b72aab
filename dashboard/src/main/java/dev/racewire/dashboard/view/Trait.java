// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.view;

import java.util.function.IntConsumer;

/**
 * Something that an article has and that an index can look up; what has it is still to be tested exactly.
 *
 * @param number the number of the name in its dictionary, or of the piece of text; less than 0: nothing has it
 */
public record Trait(Kind kind, int number) {

    /** What kinds of traits there are, and which of them an article has. */
    public enum Kind {
        COUNTRY {
            @Override
            void each(ArticleEntry entry, IntConsumer action) {
                for (int i = 0; i < entry.countryCount(); i++) {
                    action.accept(entry.country(i));
                }
            }
        },
        TOPIC {
            @Override
            void each(ArticleEntry entry, IntConsumer action) {
                for (int i = 0; i < entry.topicCount(); i++) {
                    action.accept(entry.topic(i));
                }
            }
        },
        LANGUAGE {
            @Override
            void each(ArticleEntry entry, IntConsumer action) {
                action.accept(entry.language());
            }
        },
        OUTLET_COUNTRY {
            @Override
            void each(ArticleEntry entry, IntConsumer action) {
                action.accept(entry.outletCountry());
            }
        },
        /** A piece of title or summary: see {@link Pieces}. */
        TEXT {
            @Override
            void each(ArticleEntry entry, IntConsumer action) {
                Pieces.each(entry.text(), action);
            }
        };

        abstract void each(ArticleEntry entry, IntConsumer action);
    }
}
