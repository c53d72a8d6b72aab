// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.Cluster;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.SettingsCommand;
import dev.racewire.ingest.feedlist.FeedListPublisher;
import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.runtime.kafka.KafkaClients;
import java.util.Collection;
import org.apache.kafka.common.config.ConfigDef;
import picocli.CommandLine.Command;

/** {@code racewire feeds list}: the feeds in force, a line each. */
@Command(name = "list", description = "Print the feeds in force: language, country, name, address.")
final class FeedsListCommand extends SettingsCommand {

    @Override
    protected ConfigDef offered() {
        return KafkaClients.define(new ConfigDef());
    }

    @Override
    public Integer call() throws Exception {
        KafkaClients clients = Cluster.reach(settings(), this::say);
        Collection<ListedFeed> feeds = new FeedListPublisher(clients).current().values();
        for (ListedFeed feed : feeds) {
            out().printf(
                            "%-4s %-3s %-36s %s%s%n",
                            feed.outlet().language(),
                            feed.outlet().country(),
                            feed.outlet().name(),
                            feed.url(),
                            feed.enabled() ? "" : "  (not polled)");
        }
        out().flush();
        return ExitCode.DONE;
    }
}
