// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.demo;

import dev.racewire.app.stories.LabelledStory;
import dev.racewire.ingest.feedlist.ListedFeed;
import java.time.Duration;

/**
 * A story in one outlet's feed.
 *
 * @param feed the outlet's feed
 * @param story the story
 * @param title title as the outlet gives it
 * @param summary summary as the outlet gives it
 * @param at when it appears, from the beginning of the week
 */
record Placement(ListedFeed feed, LabelledStory story, String title, String summary, Duration at) {

    /** Tells articles apart: a later placement with the same key is an edit of the earlier one. */
    String key() {
        return feed.url() + " " + story.id();
    }
}
