// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.accuracy;

import dev.racewire.app.stories.LabelledStory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is wrong with a verdict, in words. */
final class Mistake {

    private static final int LONGEST = 100;

    private Mistake() {}

    /** Two lines about a story, or nothing when it was judged as labelled. */
    static Optional<String> of(LabelledStory story, boolean inScope, List<String> countries, List<String> topics) {
        List<String> notes = new ArrayList<>();
        if (story.relevant() != inScope) {
            notes.add(inScope ? "should be out of scope" : "should be in scope");
        } else if (inScope) {
            note("countries", story.countries(), story.optionalCountries(), countries, notes);
            note("topics", story.topics(), story.optionalTopics(), topics, notes);
        }
        String title = story.title().length() > LONGEST ? story.title().substring(0, LONGEST) + "…" : story.title();
        return notes.isEmpty()
                ? Optional.empty()
                : Optional.of(story.id() + " " + story.language() + " " + title + "\n    " + String.join("; ", notes));
    }

    private static void note(
            String what,
            Collection<String> right,
            Collection<String> optional,
            Collection<String> given,
            List<String> notes) {
        Set<String> extra = new TreeSet<>(given);
        extra.removeAll(right);
        extra.removeAll(optional);
        Set<String> missed = new TreeSet<>(right);
        missed.removeAll(given);
        if (!extra.isEmpty()) {
            notes.add(what + " too many: " + String.join(" ", extra));
        }
        if (!missed.isEmpty()) {
            notes.add(what + " missing: " + String.join(" ", missed));
        }
    }
}
