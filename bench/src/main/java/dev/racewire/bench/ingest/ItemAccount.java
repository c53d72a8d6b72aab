// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.ingest;

import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.Gap;
import dev.racewire.schemas.Topics;
import dev.racewire.simulator.Simulator;
import dev.racewire.simulator.ledger.LedgerEntry;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of every item that a simulator has shown. An item is owed once an answer that holds it was acknowledged, or
 * while it is still shown at the end: owed items are in Kafka exactly once, all others at most once or within a gap.
 *
 * @param shown items that were published
 * @param inKafka those that are in Kafka
 * @param lost owed and not in Kafka
 * @param twice in Kafka more than once
 * @param unread gone before anybody could read them
 * @param unexplained not in Kafka, and outside of every gap
 */
public record ItemAccount(long shown, long inKafka, long lost, long twice, long unread, long unexplained) {

    /** Holds what is in Kafka against the simulator's ledger. */
    public static ItemAccount of(KafkaClients clients, Simulator simulator) throws Exception {
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
        long owed = missing.stream().filter(LedgerEntry::owed).count();
        return new ItemAccount(
                simulator.ledger().count(),
                published.size(),
                owed,
                published.values().stream().filter(count -> count > 1).count(),
                missing.size() - owed,
                missing.stream()
                        .filter(entry -> gaps.getOrDefault(entry.feedUrl(), List.of()).stream()
                                .noneMatch(gap -> covers(gap, entry)))
                        .count());
    }

    private static boolean covers(Gap gap, LedgerEntry entry) {
        return !gap.getFrom().isAfter(entry.visible()) && !gap.getTo().isBefore(entry.visible());
    }

    /** Whether nothing was lost, doubled or left unexplained. */
    public boolean exact() {
        return lost + twice + unexplained == 0;
    }

    /** For people. */
    public String line() {
        return String.format(
                "%,d items shown, %,d in Kafka; owed and lost: %d; in Kafka twice: %d; nobody could read: %d, outside of a"
                        + " gap: %d",
                shown, inKafka, lost, twice, unread, unexplained);
    }
}
