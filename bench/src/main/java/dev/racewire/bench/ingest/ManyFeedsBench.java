// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.ingest;

import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.bench.Part;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.FeedState;
import dev.racewire.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code racewire bench feeds-50000}: many feeds at the rhythms of real sites, two instances, one killed and back. */
@Command(
        name = "feeds-50000",
        description = "Many feeds at real rhythms on two instances, one of which is killed in the middle: processor,"
                + " memory, growth of the states, lateness of polls, time to full pace, freshness.")
public final class ManyFeedsBench extends RacewireCommand {

    private static final Duration AWAY = Duration.ofSeconds(5);
    private static final Duration LATE = Duration.ofSeconds(20);

    @Option(names = "--feeds", paramLabel = "NUMBER", description = "Default: ${DEFAULT-VALUE}")
    private int feeds = 50_000;

    @Option(names = "--minutes", paramLabel = "NUMBER", description = "Default: ${DEFAULT-VALUE}")
    private int minutes = 60;

    @Option(names = "--min-interval", paramLabel = "TIME", description = "Default: ${DEFAULT-VALUE}")
    private String minInterval = "5m";

    @Option(names = "--max-interval", paramLabel = "TIME", description = "Default: ${DEFAULT-VALUE}")
    private String maxInterval = "20m";

    @Override
    public Integer call() throws Exception {
        World world = new World(feeds, 0);
        out().println(Conditions.line());
        out().flush();
        Map<String, String> settings = Map.of("ingest.min-interval", minInterval, "ingest.max-interval", maxInterval);
        try (Stage stage = new Stage()) {
            Part server = stage.part(FeedServerMain.class, "feeds", world.arguments());
            String port = server.line();
            stage.publish(world);
            Part stays = stage.ingest("stays", port, settings);
            Part dies = stage.ingest("dies", port, settings);
            TimeUnit.SECONDS.sleep(minutes * 30L);
            Instant killed = Instant.now();
            Duration before = dies.cpu();
            dies.kill(AWAY);
            TimeUnit.SECONDS.sleep(minutes * 30L);
            Duration cpu = stays.cpu().plus(dies.cpu()).plus(before);
            report(stage, cpu, stays.memory() + dies.memory(), killed, Long.parseLong(server.ask("requests")));
        }
        return ExitCode.DONE;
    }

    private void report(Stage stage, Duration cpu, long memory, Instant killed, long requests) throws Exception {
        Lateness lateness = new Lateness(TopicDump.read(stage.clients(), Topics.FEED_STATES, FeedState.class));
        List<Article> articles = TopicDump.read(stage.clients(), Topics.ARTICLES, Article.class).stream()
                .map(TopicDump.Entry::value)
                .toList();
        out().printf(
                        Locale.ROOT,
                        "%,d feeds, %d min: %,d requests, %,d articles, %.1f %% of one processor and %d MiB resident for two instances%n",
                        feeds,
                        minutes,
                        requests,
                        articles.size(),
                        100 * cpu.toMillis() / (minutes * 60_000.0),
                        memory >> 20);
        out().printf(
                        Locale.ROOT,
                        "polls late: p50 %.1f s, p95 %.1f s, p99 %.1f s (of %,d); on pace again %.0f s after a kill%n",
                        lateness.quantile(0.5).toMillis() / 1e3,
                        lateness.quantile(0.95).toMillis() / 1e3,
                        lateness.quantile(0.99).toMillis() / 1e3,
                        lateness.count(),
                        lateness.caughtUp(killed, LATE).toMillis() / 1e3);
        Freshness freshness = Freshness.of(articles);
        out().printf(
                        Locale.ROOT,
                        "from appearing in the feed to being read: p50 %.1f min, p95 %.1f min (of %,d articles)%n",
                        freshness.quantile(0.5).toMillis() / 60_000.0,
                        freshness.quantile(0.95).toMillis() / 60_000.0,
                        freshness.count());
        out().printf(Locale.ROOT, "states in Kafka: %.1f MiB on disk%n", statesOnDisk(stage) / 1048576.0);
        out().flush();
    }

    private static long statesOnDisk(Stage stage) throws Exception {
        try (Admin admin = stage.clients().admin()) {
            return admin.describeLogDirs(List.of(1)).allDescriptions().get().values().stream()
                    .flatMap(directories -> directories.values().stream())
                    .flatMap(directory -> directory.replicaInfos().entrySet().stream())
                    .filter(replica -> replica.getKey().topic().equals(Topics.FEED_STATES.in("")))
                    .mapToLong(replica -> replica.getValue().size())
                    .sum();
        }
    }
}
