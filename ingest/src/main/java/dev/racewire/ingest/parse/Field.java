// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

/** What a feed or an item can say about itself. */
enum Field {
    TITLE,
    LINK,
    ID,
    SUMMARY,
    CONTENT,
    PUBLISHED,
    UPDATED,
    LANGUAGE,
    TTL,
    PERIOD,
    FREQUENCY,
    SKIP_HOUR,
    SKIP_DAY;

    boolean isText() {
        return this == TITLE || this == SUMMARY || this == CONTENT;
    }
}
