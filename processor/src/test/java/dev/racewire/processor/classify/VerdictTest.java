// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final String TITLE = "Washington bars sales of Nvidia AI accelerators to China";
    private static final String SUMMARY = "Beijing said it would retaliate. The Commerce Department closed a loophole.";

    @Test
    void saysByWhomACountryIsInTheStory() {
        Classification verdict = Bundled.CLASSIFIER.classify(TITLE, SUMMARY, "en");
        assertThat(verdict.inScope()).isTrue();
        assertThat(verdict.rivalry()).isTrue();
        assertThat(verdict.countries()).extracting(CountryVerdict::by).containsOnly(ActorKind.STATE);
        assertThat(verdict.topics()).extracting(TopicVerdict::topic).contains("trade", "chips");
    }

    @Test
    void pointsAtTheWordsBehindIt() {
        Classification verdict = Bundled.CLASSIFIER.classify(TITLE, SUMMARY, "en");
        assertThat(verdict.evidence())
                .anyMatch(e -> e.label().equals("CN") && e.surface().equals("China"));
        for (Evidence evidence : verdict.evidence()) {
            String text = evidence.field() == TextField.TITLE ? TITLE : SUMMARY;
            assertThat(text.substring(evidence.start(), evidence.end())).isEqualTo(evidence.surface());
        }
    }

    @Test
    void carriesNoLabelsOutOfScope() {
        Classification verdict = Bundled.CLASSIFIER.classify("US and China talk about soybeans", "", "en");
        assertThat(verdict.inScope()).isFalse();
        assertThat(verdict.countries()).isEmpty();
        assertThat(verdict.topics()).isEmpty();
        assertThat(verdict.score()).isLessThan(0.5);
    }

    /** The institute stands in the files as state and as company: which one counts may not change from process to process. */
    @Test
    void takesAStateBodyThatIsACompanyTooForTheState() {
        assertThat(Bundled.CLASSIFIER
                        .judge("TÜBİTAK yapay zeka modelini duyurdu", "", "tr")
                        .countries())
                .extracting(CountryFinding::by)
                .containsExactly(ActorKind.STATE);
    }

    @Test
    void asksMoreOfACompanyThanItsName() {
        for (String routine : List.of(
                "Introducing Claude for newsrooms",
                "Initech partners with OpenAI",
                "Jane Roe joins Anthropic as Chief Financial Officer",
                "How nurses are using ChatGPT")) {
            assertThat(Bundled.classify("en", routine).inScope()).as(routine).isFalse();
        }
        for (String move : List.of(
                "Claude Opus 4.1",
                "OpenAI raises $40 billion at a $300 billion valuation",
                "OpenAI signs deal with Pentagon for AI tools",
                "ChatGPT banned in Italy")) {
            assertThat(Bundled.classify("en", move).inScope()).as(move).isTrue();
        }
    }

    @Test
    void leavesOutTheDatelineAndLists() {
        String summary = "TOKYO, Nov 3 (Reuters) - Canada will fund artificial intelligence research. "
                + "The tool reads texts from Kenya, Peru, Ghana and others.";
        Classification verdict = Bundled.CLASSIFIER.classify("Canada funds AI research", summary, "en");
        assertThat(verdict.countries()).extracting(CountryVerdict::country).containsExactly("CA");
    }

    @Test
    void namesAnUnnamedNationalBodyByTheLanguage() {
        Classification verdict = Bundled.classify("ja", "政府、AI基本計画を決定");
        assertThat(verdict.countries()).extracting(CountryVerdict::country).containsExactly("JP");
    }

    @Test
    void explainsItToPeople() {
        String explanation = new Explanation(Bundled.CLASSIFIER).of(TITLE, SUMMARY, "en");
        assertThat(explanation)
                .startsWith("in scope, rivalry")
                .contains("country CN, by its state", "topic trade", "[China]");
    }

    @Test
    void explainsWhatNearlyMatched() {
        String summary = "Le ministre parle. A report. " + "Nothing of note is said here. ".repeat(10) + "In Kenya.";
        String explanation = new Explanation(Bundled.CLASSIFIER).of("US bans AI chips, rain in Georgia", summary, "en");
        assertThat(explanation)
                .contains("what nearly matched", "country KE: too late", "words of other languages", "vetoed");
    }

    @Test
    void writesALineForEachLine() throws IOException {
        StringWriter out = new StringWriter();
        String in = "{\"id\":7,\"title\":\"" + TITLE + "\",\"summary\":null,\"lang\":\"en\"}\n\nnonsense\n[]\n{}\n";
        int unreadable = new ClassifyReport(Bundled.CLASSIFIER).run(new StringReader(in), out);
        assertThat(unreadable).isEqualTo(2);
        assertThat(out.toString().lines().toList()).hasSize(4);
        assertThat(out.toString()).startsWith("{\"id\":7,\"inScope\":true,").contains("\"countries\":[\"US\",\"CN\"]");
    }
}
