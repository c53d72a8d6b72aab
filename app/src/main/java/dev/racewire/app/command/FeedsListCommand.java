// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.ClusterCommand;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.feeds.FeedRow;
import dev.racewire.app.feeds.FeedTable;
import dev.racewire.ingest.feedlist.FeedListPublisher;
import dev.racewire.ingest.state.FeedState;
import dev.racewire.ingest.state.FeedStateReader;
import dev.racewire.runtime.kafka.KafkaClients;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code racewire feeds list}: the feeds in force and how they fare, a line each. */
@Command(name = "list", description = "Print the feeds in force and how they fare.")
final class FeedsListCommand extends ClusterCommand {

    @Option(names = "--trouble", description = "Only those that fail, are gone, or ask for patience.")
    private boolean trouble;

    @Override
    public Integer call() throws Exception {
        KafkaClients clients = reach();
        Map<String, FeedState> states = FeedStateReader.read(clients);
        List<FeedRow> all = new FeedListPublisher(clients)
                .current().values().stream()
                        .map(feed -> new FeedRow(feed, states.get(feed.url())))
                        .toList();
        List<FeedRow> shown =
                all.stream().filter(row -> !trouble || row.troubled()).toList();
        FeedTable.lines(shown, Instant.now()).forEach(out()::println);
        out().flush();
        say("racewire: " + FeedTable.sum(all));
        return ExitCode.DONE;
    }
}
