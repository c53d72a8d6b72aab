// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.accuracy.AccuracyPage;
import dev.racewire.app.accuracy.Evaluation;
import dev.racewire.app.accuracy.EvaluationData;
import dev.racewire.app.accuracy.EvaluationText;
import dev.racewire.app.cli.CommandFailure;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.app.stories.LabelledStory;
import dev.racewire.app.stories.StoryReader;
import dev.racewire.processor.classify.Classifier;
import dev.racewire.processor.classify.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code racewire evaluate}: how often the verdicts on labelled stories are right. It needs no broker. */
@Command(
        name = "evaluate",
        description = {
            "Measure precision, recall and F1 with 95 % intervals on labelled stories.",
            "A story is a JSON line {id, lang, title, summary, relevant, grade, countries, topics}; without FILE the"
                    + " bundled stories for judging are taken, which nobody has read to write rules."
        })
public final class EvaluateCommand extends RacewireCommand {

    /** The forms of an evaluation. */
    enum Form {
        table,
        json,
        csv
    }

    @Parameters(paramLabel = "FILE", description = "Labelled stories, JSON lines.")
    private List<Path> files = List.of();

    @Option(names = "--mend", description = "Take the bundled stories for mending rules instead.")
    private boolean mend;

    @Mixin
    private final TaxonomyFolder rules = new TaxonomyFolder();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private Form form = Form.table;

    @Option(
            names = "--show",
            paramLabel = "NUMBER",
            description = "Print so many stories that are judged otherwise than labelled, before the table. Not for"
                    + " the judging stories: once read they measure nothing.")
    private int show;

    @Option(
            names = "--page",
            paramLabel = "FILE.md",
            description = "Write the bundled judging stories' figures into this page, between its marks, instead.")
    private @Nullable Path page;

    @Override
    public Integer call() throws IOException {
        boolean judging = files.isEmpty() && !mend;
        refuseMixtures(judging);
        Taxonomy taxonomy = rules.taxonomy();
        Evaluation evaluation = Evaluation.of(stories(), new Classifier(taxonomy));
        if (page != null) {
            refresh(page, evaluation, taxonomy);
            return ExitCode.DONE;
        }
        switch (form) {
            case csv -> out().print(EvaluationData.csv(evaluation));
            case json -> out().print(EvaluationData.json(evaluation, taxonomy.version()));
            case table -> {
                evaluation.mistakes().stream().limit(show).forEach(out()::println);
                out().print(EvaluationText.of(evaluation));
            }
        }
        out().flush();
        return ExitCode.DONE;
    }

    private void refuseMixtures(boolean judging) {
        if (mend && !files.isEmpty()) {
            throw CommandFailure.badUsage("--mend takes the bundled stories: name no files with it");
        }
        if (judging && show > 0) {
            throw CommandFailure.badUsage(
                    "--show is not for the judging stories: take --mend, or a file with stories of your own");
        }
        if (page != null && (!judging || rules.given())) {
            throw CommandFailure.badUsage(
                    "--page takes the bundled judging stories and taxonomy: no FILE, --mend or --taxonomy with it");
        }
    }

    private List<LabelledStory> stories() throws IOException {
        if (files.isEmpty()) {
            return mend ? StoryReader.mending() : StoryReader.half(StoryReader.JUDGE);
        }
        return StoryFiles.read(files);
    }

    private void refresh(Path file, Evaluation evaluation, Taxonomy taxonomy) throws IOException {
        String before = Files.readString(file);
        String after = AccuracyPage.refresh(before, evaluation, taxonomy);
        Files.writeString(file, after);
        say(file + (after.equals(before) ? " is up to date" : " is written"));
    }
}
