// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.accuracy;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of an evaluation for programs.
 *
 * @param measure what was measured; {@code counted-…} has the labels of stories out of scope in it
 * @param language language of the stories, or * for all
 * @param label topic or country, or * for all
 * @param n stories judged, or for one topic or country the stories that have it
 * @param tally the comparison
 */
record Measurement(String measure, String language, String label, int n, Tally tally) {

    /** All lines of an evaluation. */
    static List<Measurement> all(Evaluation evaluation) {
        List<Measurement> lines = new ArrayList<>();
        add(Evaluation.ALL, evaluation.all(), lines);
        evaluation.languages().forEach((language, score) -> add(language, score, lines));
        evaluation.topics().forEach((topic, tally) -> lines.add(of("topic", topic, tally)));
        evaluation.countedTopics().forEach((topic, tally) -> lines.add(of("counted-topic", topic, tally)));
        evaluation.countedCountries().forEach((code, tally) -> lines.add(of("counted-country", code, tally)));
        return lines;
    }

    private static Measurement of(String measure, String label, Tally tally) {
        return new Measurement(measure, Evaluation.ALL, label, tally.right(), tally);
    }

    private static void add(String language, Score score, List<Measurement> lines) {
        int n = score.stories();
        lines.add(new Measurement("scope", language, "*", n, score.scope()));
        lines.add(new Measurement("countries", language, "*", n, score.countries()));
        lines.add(new Measurement("topics", language, "*", n, score.topics()));
        lines.add(new Measurement("counted-countries", language, "*", n, score.countedCountries()));
        lines.add(new Measurement("counted-topics", language, "*", n, score.countedTopics()));
        lines.add(new Measurement("rivalry", language, "*", n, score.rivalry()));
    }
}
