// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.ingest;

import dev.racewire.ingest.feedlist.FeedListPublisher;
import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.feedlist.Outlet;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.simulator.FeedSpec;
import dev.racewire.simulator.Simulator;
import dev.racewire.simulator.format.FeedFormat;
import dev.racewire.simulator.news.FiniteNews;
import dev.racewire.simulator.news.News;
import dev.racewire.simulator.news.SeededNews;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Outlets that publish so many items and then no more, so that each item can be accounted for. A third of their feeds
 * are so short that a hand-over can cost items.
 *
 * @param pace mean time between two items of an outlet
 */
public record OutletsWithAnEnd(int feeds, int items, Duration pace, long seed) {

    private static final List<FeedFormat> FORMATS = List.of(FeedFormat.values());
    private static final int SHORT = 6;
    private static final int LONG = 30;

    /** Opens them, and puts their feeds in force. */
    public void open(KafkaClients clients, Simulator simulator) throws Exception {
        List<ListedFeed> listed = new ArrayList<>();
        for (int i = 0; i < feeds; i++) {
            String host = "paper" + i + ".example";
            int window = i % 3 == 0 ? SHORT : LONG;
            FeedSpec spec = new FeedSpec(host, "/feed", FORMATS.get(i % FORMATS.size()), host, "en", window, Map.of());
            News news = new SeededNews(seed, "https://" + host, Instant.now(), pace, items / 3);
            simulator.add(spec, new FiniteNews(news, items));
            listed.add(ListedFeed.of(spec.url(), Outlet.named(host)));
        }
        new FeedListPublisher(clients).add(listed);
    }

    /** Until all was published, and every feed was then polled twice. */
    public void awaitEnd(Simulator simulator) throws InterruptedException {
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
}
