// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.ClusterCommand;
import dev.racewire.app.cli.CommandFailure;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.ingest.feedlist.FeedListPublisher;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code racewire feeds remove}: feeds that are not polled any more. */
@Command(name = "remove", description = "Stop polling feeds, at once. What was read from them stays.")
final class FeedsRemoveCommand extends ClusterCommand {

    @Parameters(paramLabel = "URL", arity = "1..*", description = "Feeds as 'feeds list' shows them.")
    private List<String> urls = List.of();

    @Override
    public Integer call() throws Exception {
        FeedListPublisher publisher = new FeedListPublisher(reach());
        var known = publisher.current().keySet();
        List<String> unknown = urls.stream().filter(url -> !known.contains(url)).toList();
        if (!unknown.isEmpty()) {
            throw CommandFailure.failed("not in the list: " + String.join(", ", unknown)
                    + "; nothing was removed ('racewire feeds list' shows what there is)");
        }
        out().println(publisher.remove(urls) + " removed");
        out().flush();
        return ExitCode.DONE;
    }
}
