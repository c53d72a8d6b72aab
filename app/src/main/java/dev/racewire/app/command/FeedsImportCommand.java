// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.ClusterCommand;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.feeds.FeedLists;
import dev.racewire.ingest.feedlist.FeedList;
import dev.racewire.ingest.feedlist.FeedListPublisher;
import dev.racewire.runtime.kafka.KafkaClients;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code racewire feeds import}: a list put in force. */
@Command(name = "import", description = "Put a list in force: its feeds are added, or changed where they differ.")
final class FeedsImportCommand extends ClusterCommand {

    @Parameters(paramLabel = "LIST", description = "Feed list, CSV or OPML.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path list;

    @Option(names = "--replace", description = "Remove the feeds that the list does not hold.")
    private boolean replace;

    @Override
    public Integer call() throws Exception {
        FeedList feeds = replace ? FeedLists.readWhole(list, this::say) : FeedLists.read(list, this::say);
        KafkaClients clients = reach();
        FeedListPublisher publisher = new FeedListPublisher(clients);
        int changed = replace ? publisher.replace(feeds.feeds()) : publisher.add(feeds.feeds());
        out().println("feeds in the list: " + feeds.feeds().size() + ", changed: " + changed
                + "; they are polled from now on");
        return ExitCode.DONE;
    }
}
