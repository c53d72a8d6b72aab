// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.accuracy;

import dev.racewire.app.stories.LabelledStory;
import dev.racewire.processor.classify.Classifier;
import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.processor.classify.TopicFit;
import dev.racewire.processor.classify.TopicFit.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Topics' weights fitted to labelled stories, and how good they are on stories that they were not fitted to: the
 * languages are dealt into groups, and each group is judged by weights that were fitted to the others.
 */
public final class WeightFit {

    private static final int GROUPS = 9;

    private final Taxonomy before;
    private final List<LabelledStory> stories;

    /** A fit of that taxonomy to these stories; those out of scope are left aside. */
    public WeightFit(Taxonomy before, List<LabelledStory> stories) {
        this.before = before;
        this.stories = stories.stream().filter(LabelledStory::relevant).toList();
    }

    /** The taxonomy with weights that are fitted to all the stories. */
    public Taxonomy fitted() {
        return fitted(stories);
    }

    /** F1 of the topics that this taxonomy gives the stories. */
    public double f1(Taxonomy taxonomy) {
        return topics(taxonomy, stories).f1().value();
    }

    /** F1 of the topics when each group of languages is judged by weights that never saw it. */
    public double heldOutF1() {
        SortedSet<String> languages = new TreeSet<>();
        stories.forEach(story -> languages.add(story.language()));
        List<String> order = List.copyOf(languages);
        Tally sum = Tally.NONE;
        for (int group = 0; group < Math.min(GROUPS, order.size()); group++) {
            List<LabelledStory> seen = new ArrayList<>();
            List<LabelledStory> unseen = new ArrayList<>();
            for (LabelledStory story : stories) {
                (order.indexOf(story.language()) % GROUPS == group ? unseen : seen).add(story);
            }
            sum = sum.plus(topics(fitted(seen), unseen));
        }
        return sum.f1().value();
    }

    private Taxonomy fitted(List<LabelledStory> seen) {
        return Taxonomy.of(
                new TopicFit(before).fit(seen.stream().map(WeightFit::example).toList()));
    }

    private static Tally topics(Taxonomy taxonomy, List<LabelledStory> some) {
        return Evaluation.of(some, new Classifier(taxonomy)).all().topics();
    }

    private static Example example(LabelledStory story) {
        return new Example(
                story.title(),
                story.summary(),
                story.language(),
                Set.copyOf(story.topics()),
                Set.copyOf(story.optionalTopics()));
    }
}
