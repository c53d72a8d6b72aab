// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.ingest;

import dev.racewire.app.cli.CommandFailure;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.bench.Part;
import dev.racewire.ingest.feedlist.FeedListPublisher;
import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.feedlist.Outlet;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.Gap;
import dev.racewire.schemas.Topics;
import dev.racewire.simulator.FeedSpec;
import dev.racewire.simulator.Simulator;
import dev.racewire.simulator.format.FeedFormat;
import dev.racewire.simulator.ledger.LedgerEntry;
import dev.racewire.simulator.news.Item;
import dev.racewire.simulator.news.News;
import dev.racewire.simulator.news.SeededNews;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code racewire bench ingest-faults}: three instances under kills, freezes and hand-overs. An item is owed once an
 * answer that holds it was acknowledged, or while it is still shown at the end: owed items are in Kafka exactly once,
 * all others at most once or within a gap.
 */
@Command(name = "ingest-faults", description = "Kill, freeze and hand over instances of ingest; count every item.")
public final class FaultsBench extends RacewireCommand {

    private static final Duration PACE = Duration.ofSeconds(3);
    private static final Duration FROZEN = Duration.ofSeconds(5);
    private static final Map<String, String> QUICK = Map.of(
            "ingest.min-interval", "2s",
            "ingest.max-interval", "2s",
            "ingest.start-spread", "0s",
            "ingest.host-pause", "0s",
            "ingest.session-timeout", "3s");
    private static final List<FeedFormat> FORMATS = List.of(FeedFormat.values());

    @Option(names = "--feeds", paramLabel = "NUMBER", description = "Default: ${DEFAULT-VALUE}")
    private int feeds = 2_000;

    @Option(names = "--items", paramLabel = "NUMBER", description = "Items of each feed. Default: ${DEFAULT-VALUE}")
    private int items = 10;

    @Option(names = "--kills", paramLabel = "NUMBER", description = "Default: ${DEFAULT-VALUE}")
    private int kills = 20;

    @Option(
            names = "--freezes",
            paramLabel = "NUMBER",
            description = "Longer than the group's patience. Default: ${DEFAULT-VALUE}")
    private int freezes = 5;

    @Option(names = "--hand-overs", paramLabel = "NUMBER", description = "Default: ${DEFAULT-VALUE}")
    private int handOvers = 2;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Seed of the faults and the news. Default: another each time")
    private long seed = System.nanoTime();

    /** News that end, so that the last item can be waited for. */
    private record FiniteNews(News endless, int items) implements News {

        @Override
        public Instant visible(int number) {
            return number < items ? endless.visible(number) : Instant.MAX;
        }

        @Override
        public Item item(int number) {
            return endless.item(number);
        }
    }

    @Override
    public Integer call() throws Exception {
        out().println(Conditions.line() + ", seed " + seed);
        out().flush();
        SplittableRandom random = new SplittableRandom(seed);
        try (Stage stage = new Stage();
                Simulator simulator = Simulator.start()) {
            publish(stage.clients(), simulator);
            List<Part> instances = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                instances.add(stage.ingest("ingest-" + i, String.valueOf(simulator.port()), QUICK));
            }
            while (simulator.requests().requests() < feeds / 4) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            for (String fault : faults(random)) {
                TimeUnit.MILLISECONDS.sleep(random.nextLong(500, 4_000));
                strike(fault, instances.get(random.nextInt(instances.size())));
            }
            awaitQuietEnd(simulator);
            return judge(stage.clients(), simulator);
        }
    }

    private void publish(KafkaClients clients, Simulator simulator) throws Exception {
        List<ListedFeed> listed = new ArrayList<>();
        for (int i = 0; i < feeds; i++) {
            String host = "paper" + i + ".example";
            int window = i % 3 == 0 ? 6 : 30; // A third are so short that a hand-over can cost items.
            FeedSpec spec = new FeedSpec(host, "/feed", FORMATS.get(i % FORMATS.size()), host, "en", window, Map.of());
            News news = new SeededNews(seed, "https://" + host, Instant.now(), PACE.multipliedBy(3), items / 3);
            simulator.add(spec, new FiniteNews(news, items));
            listed.add(ListedFeed.of(spec.url(), Outlet.named(host)));
        }
        new FeedListPublisher(clients).add(listed);
    }

    private List<String> faults(SplittableRandom random) {
        List<String> faults = new ArrayList<>();
        add(faults, "kill", kills);
        add(faults, "freeze", freezes);
        add(faults, "hand-over", handOvers);
        for (int i = faults.size() - 1; i > 0; i--) {
            java.util.Collections.swap(faults, i, random.nextInt(i + 1));
        }
        return faults;
    }

    private static void add(List<String> faults, String name, int count) {
        for (int i = 0; i < count; i++) {
            faults.add(name);
        }
    }

    private static void strike(String fault, Part victim) throws Exception {
        switch (fault) {
            case "kill" -> victim.kill(Duration.ZERO);
            case "freeze" -> victim.freeze(FROZEN);
            default -> victim.handOver();
        }
    }

    /** Until all was published, and every feed was then polled twice. */
    private void awaitQuietEnd(Simulator simulator) throws InterruptedException {
        while (simulator.ledger().count() < (long) feeds * items) {
            TimeUnit.SECONDS.sleep(1);
        }
        Map<String, Integer> before = requests(simulator);
        while (requests(simulator).entrySet().stream()
                .anyMatch(host -> host.getValue() < before.getOrDefault(host.getKey(), 0) + 3)) {
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private static Map<String, Integer> requests(Simulator simulator) {
        return simulator.requests().byHost().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, host -> host.getValue().requests()));
    }

    private int judge(KafkaClients clients, Simulator simulator) throws Exception {
        Map<String, Long> published = TopicDump.read(clients, Topics.ARTICLES, Article.class).stream()
                .collect(Collectors.groupingBy(
                        record -> String.valueOf(record.value().getGuid()), Collectors.counting()));
        Map<String, List<Gap>> gaps = TopicDump.read(clients, Topics.GAPS, Gap.class).stream()
                .map(TopicDump.Entry::value)
                .collect(Collectors.groupingBy(
                        Gap::getFeedUrl, Collectors.mapping(Function.identity(), Collectors.toList())));
        List<LedgerEntry> missing = simulator
                .ledger()
                .filter(entry -> !published.containsKey(entry.item().id()))
                .toList();
        long copies = published.values().stream().filter(count -> count > 1).count();
        long owed = missing.stream().filter(LedgerEntry::owed).count();
        long unexplained = missing.stream()
                .filter(entry ->
                        gaps.getOrDefault(entry.feedUrl(), List.of()).stream().noneMatch(gap -> covers(gap, entry)))
                .count();
        out().printf(
                        "%,d feeds, %,d items shown, %,d in Kafka; %d kills, %d freezes, %d hand-overs%n",
                        feeds, (long) feeds * items, published.size(), kills, freezes, handOvers);
        out().printf(
                        "owed and lost: %d; in Kafka twice: %d; nobody could read: %d, outside of a gap: %d%n",
                        owed, copies, missing.size() - owed, unexplained);
        out().flush();
        if (owed + copies + unexplained > 0) {
            throw CommandFailure.failed("items were lost, doubled or not accounted for: repeat with --seed " + seed);
        }
        return ExitCode.DONE;
    }

    private static boolean covers(Gap gap, LedgerEntry entry) {
        return !gap.getFrom().isAfter(entry.visible()) && !gap.getTo().isBefore(entry.visible());
    }
}
