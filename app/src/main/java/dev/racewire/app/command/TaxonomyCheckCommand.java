// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.processor.classify.TaxonomyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code racewire taxonomy check}: whether a folder's files can be used; every mistake with file and line. */
@Command(name = "check", description = "Check the files of a folder: each mistake with its file and line.")
final class TaxonomyCheckCommand extends RacewireCommand {

    @Parameters(paramLabel = "FOLDER", description = "Folder with the YAML files.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            say("racewire: there is no folder " + folder);
            return ExitCode.BAD_USAGE;
        }
        try {
            Taxonomy taxonomy = Taxonomy.load(folder);
            out().printf(
                            "fine: %d files, %d topics, %d languages, version %s%n",
                            taxonomy.files().size(),
                            taxonomy.topics().size(),
                            taxonomy.languages().size(),
                            taxonomy.version());
            return ExitCode.DONE;
        } catch (TaxonomyException e) {
            e.problems()
                    .forEach(problem -> out().println(
                                    folder.resolve(problem.file()) + ":" + problem.line() + ": " + problem.message()));
            out().println(e.problems().size() + (e.problems().size() == 1 ? " mistake" : " mistakes"));
            return ExitCode.FAILED;
        } finally {
            out().flush();
        }
    }
}
