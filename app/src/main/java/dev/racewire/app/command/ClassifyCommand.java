// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.processor.classify.Classifier;
import dev.racewire.processor.classify.ClassifyReport;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code racewire classify}: verdicts on articles from stdin. It needs no broker. */
@Command(
        name = "classify",
        description = "Judge articles: JSON lines {id, title, summary, language} on stdin, a verdict a line on stdout.")
public final class ClassifyCommand extends RacewireCommand {

    @Mixin
    private final TaxonomyFolder rules = new TaxonomyFolder();

    @Override
    public Integer call() throws IOException {
        ClassifyReport report = new ClassifyReport(new Classifier(rules.taxonomy()));
        int unreadable = report.run(new InputStreamReader(System.in, StandardCharsets.UTF_8), out());
        out().flush();
        return unreadable == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }
}
