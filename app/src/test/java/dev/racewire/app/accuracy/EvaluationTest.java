// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.racewire.app.stories.LabelledStory;
import dev.racewire.processor.classify.Classifier;
import dev.racewire.processor.classify.Taxonomy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sums done by hand on verdicts of a taxonomy of a few words. */
class EvaluationTest {

    private static final Classifier CLASSIFIER = new Classifier(Taxonomy.of(Map.of(
            "languages.yml", "languages:\n  en: {scripts: [latin], common: [the]}\n",
            "groups.yml", "groups: []\nrivals: [[AA, BB]]\n",
            "gate.yml", "strong: {any: [robomind]}\nweak: {any: [maybe]}\n",
            "cues.yml", "rivalry: {any: [+versus]}\nmoves: {any: [builds]}\nasides: {any: [recipe]}\n",
            "topics/ships.yml", "id: ships\norder: 1\ntitle: {en: Ships}\nterms: {any: [+ship*]}\n",
            "topics/law.yml", "id: law\norder: 2\ntitle: {en: Law}\nterms: {any: [+law*]}\n",
            "countries/AA.yml", "code: AA\nbloc: true\nstate: {any: [Aland]}\n",
            "countries/BB.yml", "code: BB\nbloc: true\nstate: {any: [Beland]}\n")));

    private static final LabelledStory RIGHT =
            story("1", "en", "Aland versus Beland: robomind ship builds", 2, List.of("AA", "BB"), List.of("ships"));
    private static final LabelledStory MISSED = story("2", "en", "Nothing to see", 1, List.of("AA"), List.of("law"));
    private static final LabelledStory EXTRA =
            story("3", "xx-Latn", "Aland builds robomind law", 0, List.of(), List.of());
    private static final LabelledStory HALF =
            story("4", "en", "Aland builds robomind ship law", 1, List.of("AA", "BB"), List.of("ships"));

    private final Evaluation evaluation = Evaluation.of(List.of(RIGHT, MISSED, EXTRA, HALF), CLASSIFIER);

    @Test
    void countsTheVerdictInScope() {
        assertThat(evaluation.all().scope()).isEqualTo(new Tally(2, 1, 1));
        assertThat(evaluation.all().rivalry()).isEqualTo(new Tally(1, 0, 0));
        assertThat(evaluation.languages().keySet()).containsExactly("en", "xx");
        assertThat(evaluation.languages().get("xx").scope()).isEqualTo(new Tally(0, 1, 0));
    }

    @Test
    void countsLabelsOfStoriesInScopeApartFromThoseThatAreCounted() {
        assertThat(evaluation.all().countries()).isEqualTo(new Tally(3, 0, 2));
        assertThat(evaluation.all().countedCountries()).isEqualTo(new Tally(3, 1, 2));
        assertThat(evaluation.all().topics()).isEqualTo(new Tally(2, 1, 1));
        assertThat(evaluation.all().countedTopics()).isEqualTo(new Tally(2, 2, 1));
        assertThat(evaluation.topics()).containsEntry("law", new Tally(0, 1, 1));
        assertThat(evaluation.countedTopics()).containsEntry("law", new Tally(0, 2, 1));
        assertThat(evaluation.countedCountries())
                .containsEntry("AA", new Tally(2, 1, 1))
                .containsEntry("BB", new Tally(1, 0, 1));
    }

    @Test
    void leavesOptionalLabelsAndUngradedStoriesOut() {
        LabelledStory doubtful = new LabelledStory(
                "5", "en", HALF.title(), "", true, null, List.of(), List.of("ships"), List.of("AA"), List.of("law"));

        Score score = Evaluation.of(List.of(doubtful), CLASSIFIER).all();

        assertThat(score.countedCountries()).isEqualTo(Tally.NONE);
        assertThat(score.countedTopics()).isEqualTo(new Tally(1, 0, 0));
        assertThat(score.rivalry()).isEqualTo(Tally.NONE);
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(evaluation.mistakes())
                .containsExactly(
                        "2 en Nothing to see\n    should be in scope",
                        "3 xx-Latn Aland builds robomind law\n    should be out of scope",
                        "4 en Aland builds robomind ship law\n    countries missing: BB; topics too many: law");
    }

    @Test
    void givesF1AnIntervalAndCallsThinProofUnproven() {
        Tally few = new Tally(4, 0, 0);
        Tally many = new Tally(40, 4, 4);

        assertThat(few.f1().value()).isEqualTo(1);
        assertThat(few.proven()).isFalse();
        assertThat(many.f1().value()).isEqualTo(2 * 40.0 / (2 * 40 + 4 + 4), within(1e-9));
        assertThat(many.f1().low()).isEqualTo(0.8265, within(0.001));
        assertThat(many.proven()).isTrue();
    }

    @Test
    void writesTheSameSumsForPrograms() {
        assertThat(EvaluationData.csv(evaluation).lines())
                .contains("scope,*,*,4,2,1,1,0.6667,0.2077,0.9385,0.6667,0.2077,0.9385,0.6667,0.2609,0.9189,true")
                .anyMatch(line -> line.startsWith("counted-topic,*,law,1,0,2,1,"))
                .anyMatch(line -> line.startsWith("counted-country,*,BB,2,1,0,1,"));
        assertThat(EvaluationData.json(evaluation, "v1"))
                .startsWith(
                        "{\"taxonomy\":\"v1\",\"stories\":4,\"measurements\":[{\"measure\":\"scope\",\"language\":\"*\"");
        assertThat(EvaluationText.of(evaluation)).contains("\nxx            1  0.000 [0.00 0.88]? 0.000 / 0.000");
    }

    private static LabelledStory story(
            String id, String language, String title, int grade, List<String> countries, List<String> topics) {
        return new LabelledStory(id, language, title, "", grade > 0, grade, countries, topics, List.of(), List.of());
    }
}
