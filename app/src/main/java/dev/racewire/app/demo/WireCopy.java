// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.demo;

import dev.racewire.app.stories.LabelledStory;
import java.util.regex.Pattern;

/** The same text as different papers print it: as it is, with the paper's name behind the title, or shortened. */
final class WireCopy {

    private static final Pattern LAST_SENTENCE = Pattern.compile("(?<=[.!?。।؟۔])\\s*[^.!?。।؟۔]+[.!?。।؟۔]\\s*$");

    private WireCopy() {}

    /** Title of a story's copy of that number, 0 for the first. */
    static String title(LabelledStory story, int copy, String outlet) {
        return copy % 3 == 1 ? story.title() + " - " + outlet : story.title();
    }

    static String summary(LabelledStory story, int copy) {
        return copy % 3 == 2 ? LAST_SENTENCE.matcher(story.summary()).replaceFirst("") : story.summary();
    }
}
