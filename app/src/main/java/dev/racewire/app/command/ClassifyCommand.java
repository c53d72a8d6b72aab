// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.CommandFailure;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.processor.classify.Classifier;
import dev.racewire.processor.classify.ClassifyReport;
import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.processor.classify.TaxonomyException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code racewire classify}: verdicts on articles from stdin. It needs no broker. */
@Command(
        name = "classify",
        description = "Judge articles: JSON lines {id, title, summary, language} on stdin, a verdict a line on stdout.")
public final class ClassifyCommand extends RacewireCommand {

    @Option(
            names = "--taxonomy",
            paramLabel = "FOLDER",
            description = "Folder with YAML files to judge by. Default: the bundled taxonomy")
    private @Nullable Path folder;

    @Override
    public Integer call() throws IOException {
        ClassifyReport report = new ClassifyReport(new Classifier(taxonomy()));
        int unreadable = report.run(new InputStreamReader(System.in, StandardCharsets.UTF_8), out());
        out().flush();
        return unreadable == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private Taxonomy taxonomy() throws IOException {
        if (folder == null) {
            return Taxonomy.bundled();
        }
        if (!Files.isDirectory(folder)) {
            throw CommandFailure.badUsage("there is no folder " + folder);
        }
        try {
            return Taxonomy.load(folder);
        } catch (TaxonomyException e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()));
        }
    }
}
