// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.Cluster;
import dev.racewire.app.cli.CommandFailure;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.SettingsCommand;
import dev.racewire.app.feeds.CheckText;
import dev.racewire.app.feeds.OutletOptions;
import dev.racewire.ingest.FeedChecks;
import dev.racewire.ingest.IngestConfig;
import dev.racewire.ingest.check.FeedCheck;
import dev.racewire.ingest.feedlist.FeedListPublisher;
import dev.racewire.ingest.feedlist.FeedUrl;
import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.feedlist.Outlet;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code racewire feeds add}: one feed more, or another outlet or pace for one that is there. */
@Command(
        name = "add",
        description = "Poll one feed more, from now on. It is read once first; what it says of itself stands in for"
                + " options that are not given.")
final class FeedsAddCommand extends SettingsCommand {

    @Parameters(paramLabel = "URL", description = "Address of the feed; a secret in it is written $${name}.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String url;

    @Mixin
    private OutletOptions outlet = new OutletOptions();

    @Option(names = "--unread", description = "Add it without reading it first, or though it can't be read.")
    private boolean unread;

    @Override
    protected ConfigDef offered() {
        return IngestConfig.define(KafkaClients.define(new ConfigDef()));
    }

    @Override
    public Integer call() throws Exception {
        FeedUrl.problem(url).ifPresent(problem -> {
            throw CommandFailure.badUsage(problem);
        });
        Settings settings = settings();
        FeedListPublisher publisher = new FeedListPublisher(Cluster.reach(settings, this::say));
        ListedFeed known = publisher.current().getOrDefault(url, ListedFeed.of(url, Outlet.named("")));
        ListedFeed feed = unread ? outlet.of(known, null) : outlet.of(known, read(settings, known));
        int changed = publisher.add(List.of(feed));
        out().println(
                        changed == 0
                                ? "it is in the list just so already"
                                : feed.outlet().name() + " (" + feed.outlet().language() + ", "
                                        + feed.outlet().country() + ") is polled from now on");
        out().flush();
        return ExitCode.DONE;
    }

    private FeedCheck read(Settings settings, ListedFeed feed) {
        try (FeedChecks checks = new FeedChecks(IngestConfig.of(settings), InstantSource.system())) {
            FeedCheck check = checks.check(feed);
            CheckText.lines(check, Instant.now()).forEach(this::say);
            if (!check.verdict().readable()) {
                throw CommandFailure.failed("not added; --unread adds it all the same");
            }
            return check;
        }
    }
}
