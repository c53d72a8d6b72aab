// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.CommandFailure;
import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.processor.classify.TaxonomyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --taxonomy}: the rules in a folder instead of the bundled ones. */
final class TaxonomyFolder {

    @Option(
            names = "--taxonomy",
            paramLabel = "FOLDER",
            description = "Folder with YAML files to judge by. Default: the bundled taxonomy")
    private @Nullable Path folder;

    /** Whether a folder was named. */
    boolean given() {
        return folder != null;
    }

    /** The rules to judge by. */
    Taxonomy taxonomy() throws IOException {
        return folder == null ? Taxonomy.bundled() : load(folder);
    }

    /** The rules in that folder; mistakes come with file and line. */
    static Taxonomy load(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw CommandFailure.badUsage("there is no folder " + folder);
        }
        try {
            return Taxonomy.load(folder);
        } catch (TaxonomyException e) {
            throw CommandFailure.failed(e.problems().size() + " mistakes in " + folder + ":\n" + e.getMessage());
        }
    }
}
