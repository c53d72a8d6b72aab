// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.accuracy;

import dev.racewire.app.stories.LabelledStory;
import dev.racewire.processor.classify.Classification;
import dev.racewire.processor.classify.Classifier;
import dev.racewire.processor.classify.CountryVerdict;
import dev.racewire.processor.classify.TopicVerdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Verdicts held against the labels of careful readers, summed up by language, by topic and by country. */
public final class Evaluation {

    /** Key of all languages together. */
    static final String ALL = "*";

    private final Map<String, Score> languages = new TreeMap<>();
    private final Map<String, Tally> topics = new TreeMap<>();
    private final Map<String, Tally> countedTopics = new TreeMap<>();
    private final Map<String, Tally> countedCountries = new TreeMap<>();
    private final List<String> mistakes = new ArrayList<>();

    private Evaluation() {}

    /** The evaluation of that classifier on these stories, each read in its declared language. */
    public static Evaluation of(Collection<LabelledStory> stories, Classifier classifier) {
        Evaluation evaluation = new Evaluation();
        for (LabelledStory story : stories) {
            evaluation.add(story, classifier.classify(story.title(), story.summary(), story.language()));
        }
        return evaluation;
    }

    private void add(LabelledStory story, Classification verdict) {
        Set<String> right = new HashSet<>(story.relevant() ? story.topics() : List.of());
        List<String> topicsGiven =
                verdict.topics().stream().map(TopicVerdict::topic).toList();
        List<String> countriesGiven =
                verdict.countries().stream().map(CountryVerdict::country).toList();
        List<String> countriesRight = story.relevant() ? story.countries() : List.of();
        Tally countries = Tally.of(countriesRight, story.optionalCountries(), countriesGiven);
        Tally topicTally = Tally.of(right, story.optionalTopics(), topicsGiven);
        Integer grade = story.grade();
        Score score = new Score(
                1,
                Tally.of(story.relevant(), verdict.inScope()),
                story.relevant() ? countries : Tally.NONE,
                story.relevant() ? topicTally : Tally.NONE,
                countries,
                topicTally,
                grade == null ? Tally.NONE : Tally.of(grade == 2, verdict.rivalry()));
        languages.merge(primary(story.language()), score, Score::plus);
        languages.merge(ALL, score, Score::plus);
        each(countedTopics, right, story.optionalTopics(), topicsGiven);
        each(countedCountries, countriesRight, story.optionalCountries(), countriesGiven);
        if (story.relevant()) {
            each(topics, right, story.optionalTopics(), topicsGiven);
        }
        Mistake.of(story, verdict.inScope(), countriesGiven, topicsGiven).ifPresent(mistakes::add);
    }

    /** The language without its script or region: zh for zh-Hant. */
    private static String primary(String language) {
        return Locale.forLanguageTag(language.replace('_', '-')).getLanguage();
    }

    private static void each(
            Map<String, Tally> tallies, Collection<String> right, Collection<String> optional, List<String> given) {
        Set<String> labels = new HashSet<>(given);
        labels.removeAll(optional);
        labels.addAll(right);
        for (String label : labels) {
            tallies.merge(label, Tally.of(right.contains(label), given.contains(label)), Tally::plus);
        }
    }

    /** All languages together. */
    Score all() {
        return languages.getOrDefault(
                ALL, new Score(0, Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE));
    }

    /** Scores by language, without that of all. */
    Map<String, Score> languages() {
        Map<String, Score> each = new TreeMap<>(languages);
        each.remove(ALL);
        return each;
    }

    /** Topics on the stories that are in scope. */
    Map<String, Tally> topics() {
        return topics;
    }

    /** Topics on all stories. */
    Map<String, Tally> countedTopics() {
        return countedTopics;
    }

    /** Countries on all stories. */
    Map<String, Tally> countedCountries() {
        return countedCountries;
    }

    /** The stories that were judged otherwise than labelled, a few lines each. */
    public List<String> mistakes() {
        return mistakes;
    }
}
