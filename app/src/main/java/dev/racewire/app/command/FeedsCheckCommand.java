// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.Cluster;
import dev.racewire.app.cli.CommandFailure;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.SettingsCommand;
import dev.racewire.app.feeds.CheckCsv;
import dev.racewire.app.feeds.CheckText;
import dev.racewire.app.feeds.FeedLists;
import dev.racewire.ingest.FeedChecks;
import dev.racewire.ingest.IngestConfig;
import dev.racewire.ingest.feedlist.FeedListPublisher;
import dev.racewire.ingest.feedlist.FeedUrl;
import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.feedlist.Outlet;
import dev.racewire.ingest.fetch.Verdict;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code racewire feeds check}: reads feeds once and says what came of it; changes nothing. */
@Command(
        name = "check",
        description =
                "Read feeds once and explain what came of it; nothing is changed. URLs and --list need no broker.")
final class FeedsCheckCommand extends SettingsCommand {

    @Parameters(paramLabel = "URL", arity = "0..*", description = "Feeds to explain.")
    private List<String> urls = List.of();

    @Option(names = "--all", description = "All feeds in force, as CSV: verdict, cause, and what replaces a dead one.")
    private boolean all;

    @Option(names = "--list", paramLabel = "LIST", description = "The same for the feeds of a list, CSV or OPML.")
    private @Nullable Path list;

    @Override
    protected ConfigDef offered() {
        return IngestConfig.define(KafkaClients.define(new ConfigDef()));
    }

    @Override
    public Integer call() throws Exception {
        if ((urls.isEmpty() ? 0 : 1) + (all ? 1 : 0) + (list == null ? 0 : 1) != 1) {
            throw CommandFailure.badUsage("name URLs, or --list LIST, or --all");
        }
        Settings settings = settings();
        List<ListedFeed> feeds = list == null && !all ? named() : listed(settings);
        try (FeedChecks checks = new FeedChecks(IngestConfig.of(settings), InstantSource.system())) {
            return urls.isEmpty() ? table(feeds, checks) : explain(feeds, checks);
        }
    }

    private List<ListedFeed> named() {
        urls.forEach(url -> FeedUrl.problem(url).ifPresent(problem -> {
            throw CommandFailure.badUsage(problem);
        }));
        return urls.stream()
                .distinct()
                .map(url -> ListedFeed.of(url, Outlet.named("")))
                .toList();
    }

    private List<ListedFeed> listed(Settings settings) throws Exception {
        if (list != null) {
            return FeedLists.read(list, this::say).feeds();
        }
        FeedListPublisher publisher = new FeedListPublisher(Cluster.reach(settings, this::say));
        return List.copyOf(publisher.current().values());
    }

    private int explain(List<ListedFeed> feeds, FeedChecks checks) {
        boolean[] readable = {true};
        checks.check(feeds, check -> {
            CheckText.lines(check, Instant.now()).forEach(out()::println);
            out().flush();
            readable[0] &= check.verdict().readable();
        });
        return readable[0] ? ExitCode.DONE : ExitCode.FAILED;
    }

    private int table(List<ListedFeed> feeds, FeedChecks checks) throws IOException {
        CheckCsv csv = new CheckCsv(out());
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        boolean answered = checks.check(feeds, check -> {
            csv.print(check);
            counts.merge(check.verdict(), 1, Integer::sum);
        });
        if (!answered && !feeds.isEmpty()) {
            throw CommandFailure.failed("no server could be reached: this machine seems to have no network,"
                    + " so the causes say nothing about the feeds");
        }
        say("racewire: " + feeds.size() + " feeds: "
                + counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey().word())
                        .collect(Collectors.joining(", ")));
        return ExitCode.DONE;
    }
}
