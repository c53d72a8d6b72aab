// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.AppSettings;
import dev.racewire.app.cli.ServiceCommand;
import dev.racewire.app.feeds.FeedListWatch;
import dev.racewire.app.feeds.FeedLists;
import dev.racewire.app.instance.DataDirectory;
import dev.racewire.app.instance.DataDirectory.Use;
import dev.racewire.app.role.Addresses;
import dev.racewire.app.role.Installation;
import dev.racewire.ingest.feedlist.FeedList;
import dev.racewire.ingest.feedlist.FeedListPublisher;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.lifecycle.Lifecycle;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code racewire up}: everything on this machine, on real feeds. */
@Command(name = "up", description = "Run everything on this machine, on real feeds, with a broker of its own.")
public final class UpCommand extends ServiceCommand {

    private static final Duration LIST_EVERY = Duration.ofSeconds(2);

    @Option(
            names = "--feeds",
            paramLabel = "LIST",
            description = "Feed list, CSV or OPML; it replaces the one in force, and its changes act while it runs."
                    + " Default: the one in force, at first the bundled one.")
    private @Nullable Path feeds;

    @Override
    protected ConfigDef offered() {
        return AppSettings.installation();
    }

    @Override
    protected void start(Settings settings, Lifecycle lifecycle) throws Exception {
        FeedList list = feeds == null ? null : FeedLists.readWhole(feeds, this::say);
        DataDirectory data = new DataDirectory(settings.path(AppSettings.DATA_DIR), Use.LIVE);
        Installation installation = new Installation("up", settings(AppSettings.within(data)), data, lifecycle);
        lifecycle.start(data);
        KafkaClients clients = installation.startBroker();
        FeedListPublisher publisher = new FeedListPublisher(clients);
        say("racewire: " + putInForce(list, publisher));
        if (feeds != null) {
            lifecycle.start(new FeedListWatch(feeds, publisher, LIST_EVERY));
        }
        Addresses addresses = installation.startRoles(clients);
        addresses.lines().forEach(this::say);
        say("racewire: running; 'racewire matrix', 'tail racewire-counts' and 'audit' work in another terminal,"
                + " Ctrl-C stops it");
    }

    private static String putInForce(@Nullable FeedList list, FeedListPublisher publisher) throws Exception {
        if (list != null) {
            int changed = publisher.replace(list.feeds());
            return list.feeds().size() + " feeds, " + changed + " of them new, changed or removed";
        }
        int present = publisher.current().size();
        if (present > 0) {
            return present + " feeds, as before";
        }
        return publisher.add(FeedList.bundled().feeds()) + " feeds of the bundled list";
    }
}
