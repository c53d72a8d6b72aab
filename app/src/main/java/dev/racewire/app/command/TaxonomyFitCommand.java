// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.accuracy.WeightFit;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.app.stories.StoryReader;
import dev.racewire.processor.classify.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code racewire taxonomy fit}: the topics' weights, fitted to labelled stories after their words were changed. */
@Command(
        name = "fit",
        description = {
            "Fit the weights of the topics (\"weigh\" in their files) to labelled stories.",
            "Prints how good the topics are before and after, and with each group of languages judged by weights that"
                    + " were fitted to the others: that last figure is the one to believe."
        })
final class TaxonomyFitCommand extends RacewireCommand {

    @Parameters(index = "0", paramLabel = "FOLDER", description = "Folder with the YAML files.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Parameters(
            index = "1..*",
            paramLabel = "STORIES",
            description = "Labelled stories, JSON lines. Default: the bundled ones for mending rules")
    private List<Path> files = List.of();

    @Option(names = "--write", description = "Write the weights into the files of the folder.")
    private boolean write;

    @Override
    public Integer call() throws IOException {
        Taxonomy before = TaxonomyFolder.load(folder);
        WeightFit fit = new WeightFit(before, files.isEmpty() ? StoryReader.mending() : StoryFiles.read(files));
        Taxonomy after = fit.fitted();
        out().printf("F1 of topics: before     %.3f%n", fit.f1(before));
        out().printf("              fitted     %.3f%n", fit.f1(after));
        out().printf("              held out   %.3f%n", fit.heldOutF1());
        out().flush();
        if (write) {
            for (Map.Entry<String, String> file : after.files().entrySet()) {
                if (!file.getValue().equals(before.files().get(file.getKey()))) {
                    Files.writeString(folder.resolve(file.getKey()), file.getValue());
                    say(folder.resolve(file.getKey()) + " is written");
                }
            }
        }
        return ExitCode.DONE;
    }
}
