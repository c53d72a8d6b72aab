// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.ingest;

import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.bench.Part;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code racewire bench ingest-hostile}: what healthy feeds suffer from servers that attack. Two runs of the same healthy
 * feeds, one by themselves, one beside the hostile; all goes thirty times as fast as by the default settings. At the start,
 * while nobody knows yet which servers never answer, these do take the threads: so the second half of each run counts.
 */
@Command(
        name = "ingest-hostile",
        description = "How fresh healthy feeds are beside hostile servers of every kind, and without them.")
public final class HostileBench extends RacewireCommand {

    private static final Map<String, String> PACE = Map.of(
            "ingest.min-interval", "10s",
            "ingest.max-interval", "20s",
            "ingest.start-spread", "10s",
            "ingest.deadline", "5s");
    private static final long GAP_MILLIS = 60_000;

    @Option(names = "--healthy", paramLabel = "NUMBER", description = "Healthy feeds. Default: ${DEFAULT-VALUE}")
    private int healthy = 1_000;

    @Option(
            names = "--of-each",
            paramLabel = "NUMBER",
            description = "Hostile feeds of each kind. Default: ${DEFAULT-VALUE}")
    private int ofEach = 50;

    @Option(
            names = "--minutes",
            paramLabel = "NUMBER",
            description = "Of each run; its second half is measured. Default: ${DEFAULT-VALUE}")
    private int minutes = 3;

    @Override
    public Integer call() throws Exception {
        out().println(Conditions.line());
        out().printf(
                        "%,d healthy feeds, %,d hostile ones%n",
                        healthy, HostileFeeds.of(ofEach).size());
        Freshness alone = run("by themselves", 0);
        Freshness beside = run("beside hostile servers", ofEach);
        out().printf(
                        Locale.ROOT,
                        "freshness beside the hostile over that without them: p50 %.2f, p95 %.2f%n",
                        ratio(beside, alone, 0.5),
                        ratio(beside, alone, 0.95));
        out().flush();
        return ExitCode.DONE;
    }

    private Freshness run(String name, int hostile) throws Exception {
        World world = new World(healthy, GAP_MILLIS);
        try (Stage stage = new Stage()) {
            List<String> arguments = new ArrayList<>(world.arguments());
            arguments.add(String.valueOf(hostile));
            Part server = stage.part(FeedServerMain.class, "feeds", arguments);
            String port = server.line();
            stage.publish(world);
            stage.publish(HostileFeeds.of(hostile).stream()
                    .map(HostileFeeds.Feed::host)
                    .toList());
            Part ingest = stage.ingest("ingest", port, PACE);
            TimeUnit.SECONDS.sleep(minutes * 30L);
            Instant half = Instant.now();
            Duration before = ingest.cpu();
            TimeUnit.SECONDS.sleep(minutes * 30L);
            long threads = ingest.threads();
            long memory = ingest.memory();
            Duration cpu = ingest.cpu().minus(before);
            List<Article> articles = TopicDump.read(stage.clients(), Topics.ARTICLES, Article.class).stream()
                    .map(TopicDump.Entry::value)
                    .toList();
            Freshness freshness = Freshness.of(
                    articles,
                    article -> article.getFeedUrl().startsWith("http://paper")
                            && article.getPublished().isAfter(half));
            out().printf(
                            Locale.ROOT,
                            "%-24s read after p50 %.1f s, p95 %.1f s (of %,d articles); %d threads, %d MiB, %.0f %% of one processor%n",
                            name,
                            freshness.quantile(0.5).toMillis() / 1e3,
                            freshness.quantile(0.95).toMillis() / 1e3,
                            freshness.count(),
                            threads,
                            memory >> 20,
                            100 * cpu.toMillis() / (minutes * 30_000.0));
            out().flush();
            return freshness;
        }
    }

    private static double ratio(Freshness one, Freshness other, double share) {
        return (double) one.quantile(share).toMillis()
                / Math.max(1, other.quantile(share).toMillis());
    }
}
