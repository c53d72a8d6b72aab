// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.Cluster;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.SettingsCommand;
import dev.racewire.app.taxonomy.Promotion;
import dev.racewire.app.taxonomy.TaxonomyNames;
import dev.racewire.processor.ProcessorConfig;
import dev.racewire.processor.taxonomy.TaxonomyShelf;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Taxonomy;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.kafka.common.config.ConfigDef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code racewire taxonomy promote}: puts a version in force and has the retained articles judged by it. */
@Command(
        name = "promote",
        description = {
            "Put a published version in force, and have all retained articles judged again by it.",
            "Broken off, it is simply called again."
        })
final class TaxonomyPromoteCommand extends SettingsCommand {

    @Parameters(paramLabel = "VERSION", description = "A published version, or its beginning.")
    private String version = "";

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            defaultValue = "10m",
            description = "How long to wait until the counts have followed. Default: ${DEFAULT-VALUE}")
    private Duration wait = Duration.ofMinutes(10);

    @Override
    protected ConfigDef offered() {
        return ProcessorConfig.application(KafkaClients.define(new ConfigDef()));
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = settings();
        KafkaClients clients = Cluster.reach(settings, this::say);
        Taxonomy chosen = TaxonomyNames.find(new TaxonomyShelf(clients).read(), version);
        // Rules that this build can't read would stop nothing, but judge nothing either.
        dev.racewire.processor.classify.Taxonomy.of(chosen.getFiles());
        Promotion promotion = new Promotion(
                clients, clients.topicPrefix() + settings.text(ProcessorConfig.APPLICATION_ID), InstantSource.system());
        promotion.begin(chosen);
        say("racewire: " + TaxonomyNames.brief(chosen.getVersion()) + " is in force; "
                + String.format("%,d sightings are judged again", promotion.copies()));
        long left = promotion.await(wait);
        if (left > 0) {
            out().printf("%,d records are still to be judged: the processor does so as soon as it runs%n", left);
        } else {
            out().printf(
                            "taxonomy %s is in force, and all that is retained is judged by it%n",
                            TaxonomyNames.brief(chosen.getVersion()));
        }
        out().flush();
        return left > 0 ? ExitCode.FAILED : ExitCode.DONE;
    }
}
