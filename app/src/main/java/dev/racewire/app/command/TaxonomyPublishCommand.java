// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.accuracy.JudgingHalf;
import dev.racewire.app.cli.ClusterCommand;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.taxonomy.TaxonomyNames;
import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.processor.taxonomy.RulesInForce;
import dev.racewire.processor.taxonomy.TaxonomyShelf;
import dev.racewire.schemas.Accuracy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code racewire taxonomy publish}: a folder's files put on {@code racewire-taxonomies}; no verdict changes yet. */
@Command(
        name = "publish",
        description = "Publish the files of a folder as a version, with its accuracy; it is not in force by that.")
final class TaxonomyPublishCommand extends ClusterCommand {

    @Parameters(paramLabel = "FOLDER", description = "Folder with the YAML files.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Override
    public Integer call() throws Exception {
        Taxonomy taxonomy = TaxonomyFolder.load(folder);
        TaxonomyShelf shelf = new TaxonomyShelf(reach());
        var published = shelf.read();
        String name = TaxonomyNames.brief(taxonomy.version());
        if (published.containsKey(taxonomy.version())) {
            out().println("taxonomy " + name + " is published already");
        } else {
            List<Accuracy> accuracy = JudgingHalf.measure(taxonomy);
            shelf.publish(TaxonomyShelf.record(taxonomy, Instant.now(), accuracy));
            out().println("taxonomy " + name + " is published, " + inScope(accuracy));
        }
        var live = published.get(RulesInForce.CURRENT);
        if (live != null) {
            out().println("in force is " + TaxonomyNames.brief(live.getVersion()) + ", " + inScope(live.getAccuracy()));
        }
        out().println("next: racewire taxonomy compare " + name);
        out().flush();
        return ExitCode.DONE;
    }

    private static String inScope(List<Accuracy> lines) {
        return lines.stream()
                .filter(a -> a.getLanguage().equals("*") && a.getTopic().equals("*"))
                .findFirst()
                .map(a -> String.format(
                        Locale.ROOT, "in scope F1 %.3f (%.2f to %.2f)", a.getF1(), a.getLow(), a.getHigh()))
                .orElse("not measured");
    }
}
