// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.ClusterCommand;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.ingest.feedlist.CsvFeedList;
import dev.racewire.ingest.feedlist.FeedListPublisher;
import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.feedlist.OpmlFeedList;
import dev.racewire.runtime.kafka.KafkaClients;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code racewire feeds export}: the feeds in force as a list on stdout. */
@Command(name = "export", description = "Print the feeds in force as a list that 'import' and other readers take.")
final class FeedsExportCommand extends ClusterCommand {

    /** The forms of a list. */
    enum Form {
        csv,
        opml
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "csv",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private Form form = Form.csv;

    @Override
    public Integer call() throws Exception {
        KafkaClients clients = reach();
        List<ListedFeed> feeds =
                List.copyOf(new FeedListPublisher(clients).current().values());
        out().print(form == Form.csv ? CsvFeedList.write(feeds) : OpmlFeedList.write(feeds));
        out().flush();
        return ExitCode.DONE;
    }
}
