// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One row for each form of the term grammar. */
class TermTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            chip                                        | a chip here          | true
            chip                                        | chips here           | false
            chip*                                       | chips here           | true
            chip*                                       | microchips           | false
            export* control*                            | exporting controls   | true
            export* control*                            | export of controls   | false
            open source                                 | open-source code     | true
            open source                                 | OPEN   SOURCE        | true
            =US                                         | the US acts          | true
            =US                                         | help us              | false
            =Turkey                                     | TURKEY               | true
            =Turkey                                     | turkey               | false
            {term: chip, not: [potato*]}                | potatoes and a chip  | false
            {term: chip, not: [potato*], within: 5}     | potatoes and a chip  | true
            {term: chip, near: [nvidia]}                | a chip               | false
            {term: chip, near: [nvidia]}                | an Nvidia chip       | true
            +chip                                       | chip                 | true
            ~chip                                       | chip                 | false
            "don't"                                     | don’t                | true
            芯片                                          | 国产芯片出口             | true
            データ                                        | データ 処理             | true
            データ                                        | ビッグデータ              | false
            """)
    void matchesWhatTheGrammarSays(String term, String text, boolean expected) {
        Taxonomy taxonomy = Taxonomy.of(Map.of(
                "languages.yml", "languages:\n  en: {scripts: [Latin]}\n",
                "groups.yml", "groups: []\n",
                "gate.yml", "strong: {}\nweak: {}\n",
                "cues.yml", "rivalry: {}\nmoves: {}\nasides: {}\n",
                "topics/t.yml", "id: t\ntitle: {en: T}\nterms:\n  any: [" + term + "]\n"));
        assertThat(new Classifier(taxonomy).judge(text, "", "en").topics().isEmpty())
                .isEqualTo(!expected);
    }
}
