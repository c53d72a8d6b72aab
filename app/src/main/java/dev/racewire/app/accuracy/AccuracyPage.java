// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.accuracy;

import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.processor.classify.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The part of {@code docs/accuracy.md} that is generated: what the judging halves show, by language and topic. */
public final class AccuracyPage {

    private static final String BEGIN = "<!-- generated: racewire evaluate --page docs/accuracy.md -->";
    private static final String END = "<!-- end of what is generated -->";

    private AccuracyPage() {}

    /**
     * The page with its generated part replaced.
     *
     * @throws IOException when the page has no such part
     */
    public static String refresh(String page, Evaluation evaluation, Taxonomy taxonomy) throws IOException {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException("the page needs the lines \"" + BEGIN + "\" and \"" + END + "\" to write between");
        }
        return page.substring(0, begin) + BEGIN + "\n" + generated(evaluation, taxonomy) + page.substring(end);
    }

    private static String generated(Evaluation evaluation, Taxonomy taxonomy) {
        List<String> lines = new ArrayList<>();
        Score all = evaluation.all();
        lines.add(String.format(
                Locale.ROOT,
                "%d stories in %d languages, taxonomy `%s`.",
                all.stories(),
                evaluation.languages().size(),
                taxonomy.version().substring(0, 12)));
        lines.add("");
        lines.add("| all stories | labels | precision | recall | F1 | 95 % interval |");
        lines.add("| --- | ---: | ---: | ---: | ---: | --- |");
        lines.add(overall("in scope", all.scope()));
        lines.add(overall("rivalry", all.rivalry()));
        lines.add(overall("countries, of stories in scope", all.countries()));
        lines.add(overall("countries, as counted", all.countedCountries()));
        lines.add(overall("topics, of stories in scope", all.topics()));
        lines.add(overall("topics, as counted", all.countedTopics()));
        lines.add("");
        languages(evaluation, taxonomy, lines);
        lines.add("");
        topics(evaluation, taxonomy, lines);
        lines.add("");
        unproven(evaluation, taxonomy, lines);
        return String.join("\n", lines) + "\n";
    }

    private static String overall(String name, Tally tally) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.2f | %.2f | %.2f | %s |",
                name,
                tally.right(),
                tally.precision().value(),
                tally.recall().value(),
                tally.f1().value(),
                interval(tally));
    }

    private static void languages(Evaluation evaluation, Taxonomy taxonomy, List<String> lines) {
        lines.add("| language | n | in scope | 95 % interval | countries | topics | |");
        lines.add("| --- | ---: | ---: | --- | ---: | ---: | --- |");
        for (String code : taxonomy.languages()) {
            Score score = evaluation.languages().get(code);
            if (score != null) {
                lines.add(String.format(
                        Locale.ROOT,
                        "| %s `%s` | %d | %.2f | %s | %.2f | %.2f | %s |",
                        Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH),
                        code,
                        score.stories(),
                        score.scope().f1().value(),
                        interval(score.scope()),
                        score.countries().f1().value(),
                        score.topics().f1().value(),
                        mark(score.scope())));
            }
        }
    }

    private static void topics(Evaluation evaluation, Taxonomy taxonomy, List<String> lines) {
        lines.add("| topic | n | as counted | 95 % interval | precision | recall | |");
        lines.add("| --- | ---: | ---: | --- | ---: | ---: | --- |");
        for (Topic topic : taxonomy.topics()) {
            Tally tally = evaluation.countedTopics().getOrDefault(topic.id(), Tally.NONE);
            lines.add(String.format(
                    Locale.ROOT,
                    "| `%s` | %d | %.2f | %s | %.2f | %.2f | %s |",
                    topic.id(),
                    tally.right(),
                    tally.f1().value(),
                    interval(tally),
                    tally.precision().value(),
                    tally.recall().value(),
                    mark(tally)));
        }
    }

    private static void unproven(Evaluation evaluation, Taxonomy taxonomy, List<String> lines) {
        String languages = taxonomy.languages().stream()
                .filter(code -> {
                    Score score = evaluation.languages().get(code);
                    return score == null || !score.scope().proven();
                })
                .map(code -> "`" + code + "`")
                .collect(Collectors.joining(" "));
        String topics = taxonomy.topics().stream()
                .map(Topic::id)
                .filter(id ->
                        !evaluation.countedTopics().getOrDefault(id, Tally.NONE).proven())
                .map(id -> "`" + id + "`")
                .collect(Collectors.joining(" "));
        lines.add("Unproven languages: " + (languages.isEmpty() ? "none" : languages) + ". Unproven topics: "
                + (topics.isEmpty() ? "none" : topics) + ".");
    }

    private static String interval(Tally tally) {
        Proportion f1 = tally.f1();
        return String.format(Locale.ROOT, "%.2f to %.2f", f1.low(), f1.high());
    }

    private static String mark(Tally tally) {
        return tally.proven() ? "" : "unproven";
    }
}
