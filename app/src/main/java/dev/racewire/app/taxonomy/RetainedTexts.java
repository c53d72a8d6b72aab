// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.taxonomy;

import dev.racewire.app.articles.KafkaTopicReading;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.JudgeAgain;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import dev.racewire.schemas.WireFormatException;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The articles of {@code racewire-articles} as their owners show them last. They are told one by one, so that no text
 * has to be kept; an article that changes is told again, one that is withdrawn is taken back for good.
 */
public final class RetainedTexts {

    /** Hears of the articles. */
    public interface Listener {

        /** An article, or a newer text of it; {@code first} is its first sighting, which fixed its time. */
        void hear(Article sighting, FirstSeen first);

        /** It was withdrawn. */
        void forget(String id);
    }

    /**
     * What the first sighting of an article fixed.
     *
     * @param feed its owner
     * @param fetched when it was fetched
     * @param published date by the feed
     * @param backfill whether it came with a feed's backlog
     */
    public record FirstSeen(
            String feed, Instant fetched, @Nullable Instant published, boolean backfill) {}

    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final Map<String, FirstSeen> first = new HashMap<>();
    private final Map<String, Instant> newest = new HashMap<>();
    private final Set<String> withdrawn = new HashSet<>();
    private final Listener listener;

    private RetainedTexts(Listener listener) {
        this.listener = listener;
    }

    /** Tells of all articles that are there now. */
    public static void tell(KafkaClients clients, Listener listener)
            throws IOException, InterruptedException, ExecutionException {
        RetainedTexts texts = new RetainedTexts(listener);
        try (KafkaTopicReading reading = KafkaTopicReading.open(clients, Topics.ARTICLES)) {
            reading.toEnds(texts::take);
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        String id = record.key();
        if (id == null || withdrawn.contains(id) || record.headers().lastHeader(JudgeAgain.HEADER) != null) {
            return;
        }
        if (record.value() == null) {
            withdrawn.add(id);
            listener.forget(id);
            return;
        }
        Article sighting = decode(record.value());
        if (sighting != null) {
            take(sighting);
        }
    }

    private void take(Article sighting) {
        FirstSeen known = first.computeIfAbsent(
                sighting.getId(),
                id -> new FirstSeen(
                        sighting.getFeedUrl(), sighting.getFetched(), sighting.getPublished(), sighting.getBackfill()));
        Instant before = newest.get(sighting.getId());
        boolean newer = before == null || sighting.getFetched().isAfter(before);
        if (newer && known.feed().equals(sighting.getFeedUrl())) {
            newest.put(sighting.getId(), sighting.getFetched());
            listener.hear(sighting, known);
        }
    }

    private @Nullable Article decode(byte[] value) {
        try {
            return wire.decode(value, Article.class);
        } catch (WireFormatException e) {
            return null; // a dead letter
        }
    }
}
