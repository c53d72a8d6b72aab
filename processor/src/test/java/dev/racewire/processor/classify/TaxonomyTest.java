// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxonomyTest {

    private static final Map<String, String> SMALL = Map.of(
            "languages.yml", "languages:\n  en: {scripts: [Latin]}\n",
            "groups.yml", "groups: []\n",
            "gate.yml", "strong:\n  en: [=AI]\nweak:\n  en: []\n",
            "cues.yml", "rivalry:\n  en: [race]\nmoves:\n  en: [launch*]\nasides:\n  en: [tips]\n",
            "topics/energy.yml", "id: energy\ntitle:\n  en: Energy\nterms:\n  en: [+power plant*]\n",
            "countries/FR.yml", "code: FR\nstate:\n  en: [Elysee]\n");

    @Test
    void bundlesTheTopicsAndLanguagesThatAnalystsAskedFor() {
        assertThat(Bundled.TAXONOMY.topics()).hasSize(13);
        assertThat(Bundled.TAXONOMY.languages()).hasSize(36);
        assertThat(Bundled.TAXONOMY.version()).matches("[0-9a-f]{64}");
    }

    @Test
    void isTheSameTaxonomyFromItsFiles() {
        assertThat(Taxonomy.of(Bundled.TAXONOMY.files()).version()).isEqualTo(Bundled.TAXONOMY.version());
    }

    @Test
    void takesANewTopicFromOneFile() {
        Classifier classifier = new Classifier(Taxonomy.of(SMALL));
        Classification verdict = classifier.classify("France launches AI power plants", "", "en");
        assertThat(verdict.topics()).extracting(TopicVerdict::topic).containsExactly("energy");
        assertThat(verdict.countries()).extracting(CountryVerdict::country).containsExactly("FR");
    }

    @Test
    void knowsEveryIsoCountryByItsName() {
        Classifier classifier = new Classifier(Taxonomy.of(SMALL));
        assertThat(classifier.judge("Kiribati and Liechtenstein", "", "en").countries())
                .extracting(CountryFinding::code)
                .containsExactlyInAnyOrder("KI", "LI");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            topics/energy.yml | id: energy\\ntitle:\\n  en: E\\nterms:\\n  xx: [a]        | 5 | unknown language "xx"
            topics/energy.yml | id: power\\ntitle:\\n  en: E\\nterms:\\n  en: [a]         | 1 | the id must be the file's name: energy
            topics/energy.yml | id: energy\\nterms:\\n  en: [a]                          | 1 | a topic needs "title:"
            topics/energy.yml | id: energy\\ntitle: {en: E}\\nterms:\\n  en: [aa, aa]     | 4 | "aa" stands twice in this list
            topics/energy.yml | id: energy\\ntitle: {en: E}\\nterms:\\n  en: ["*aa"]      | 4 | a term needs a letter or digit
            topics/energy.yml | id: energy\\ntitle: {en: E}\\nterms:\\n  en: [a*]         | 4 | a beginning of one letter
            topics/energy.yml | id: energy\\ntitle: {en: E}\\nterms:\\n  en: ["aa, bb"]   | 4 | several terms between one pair of quotes
            topics/energy.yml | id: energy\\ntitle: {en: E}\\nwords:\\n  en: [a]          | 4 | unknown key "words"
            topics/energy.yml | id: energy\\ntitle: {en: E}\\nterms:\\n  en: [{w: 2}]     | 4 | needs "term:
            topics/energy.yml | id: energy\\ntitle: {en: E}\\nterms:\\n  en: [a           | 4 | no valid YAML
            gate.yml          | strong:\\n  en: [a]                                     | 1 | "weak:" is missing
            countries/FR.yml  | code: DE                                              | 1 | the code must be the file's name: FR
            countries/QQ.yml  | code: QQ                                              | 1 | QQ is no ISO 3166-1 code
            languages.yml     | languages:\\n  en: {scripts: [Runes]}                   | 2 | no such script: "Runes"
            notes.yml         | a: b                                                  | 0 | no such file in a taxonomy
            """)
    void namesFileAndLineOfAMistake(String file, String text, int line, String message) {
        Map<String, String> files = new HashMap<>(SMALL);
        files.put(file, text.replace("\\n", "\n"));
        TaxonomyException mistake = catchThrowableOfType(TaxonomyException.class, () -> Taxonomy.of(files));
        assertThat(mistake.problems())
                .anyMatch(p ->
                        p.file().equals(file) && p.line() == line && p.message().contains(message));
    }

    @Test
    void namesAllMistakesAtOnce() {
        Map<String, String> files = new HashMap<>(SMALL);
        files.put("gate.yml", "strong:\n  en: [\"*a\"]\nweak:\n  yy: [b]\n");
        TaxonomyException mistakes = catchThrowableOfType(TaxonomyException.class, () -> Taxonomy.of(files));
        assertThat(mistakes.problems())
                .extracting(TaxonomyException.Problem::line)
                .isEqualTo(List.of(2, 4));
    }
}
