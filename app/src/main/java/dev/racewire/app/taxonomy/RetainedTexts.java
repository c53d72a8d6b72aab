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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

        /** One that was heard of was withdrawn. */
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
            String feed, Instant fetched, @Nullable Instant published, boolean backfill) {

        /** Whether that sighting is the first one itself, not a newer text. */
        boolean is(Article sighting) {
            return fetched.equals(sighting.getFetched());
        }
    }

    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final Map<UUID, SeenArticle> seen = new HashMap<>();
    private final Map<String, String> feeds = new HashMap<>();
    private final Set<UUID> withdrawn = new HashSet<>();
    private final Listener listener;

    private RetainedTexts(Listener listener) {
        this.listener = listener;
    }

    /** Tells of all articles that are there now. */
    public static void tell(KafkaClients clients, Listener listener)
            throws IOException, InterruptedException, ExecutionException {
        tell(clients, listener, 0, 1);
    }

    /** The same to several listeners at once, each in a thread of its own; all of an article is told to one of them. */
    public static void tell(KafkaClients clients, List<? extends Listener> listeners)
            throws InterruptedException, ExecutionException {
        ExecutorService readers = Executors.newFixedThreadPool(listeners.size(), RetainedTexts::thread);
        try {
            List<Future<?>> parts = new ArrayList<>();
            for (int part = 0; part < listeners.size(); part++) {
                int reader = part;
                parts.add(readers.submit(() -> {
                    tell(clients, listeners.get(reader), reader, listeners.size());
                    return reader;
                }));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        } finally {
            readers.shutdownNow();
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "racewire-retained-texts");
        thread.setDaemon(true);
        return thread;
    }

    private static void tell(KafkaClients clients, Listener listener, int reader, int readers)
            throws IOException, InterruptedException, ExecutionException {
        RetainedTexts texts = new RetainedTexts(listener);
        try (KafkaTopicReading reading = KafkaTopicReading.open(clients, reader, readers, Topics.ARTICLES)) {
            reading.toEnds(texts::take);
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        String id = record.key();
        if (id == null || record.headers().lastHeader(JudgeAgain.HEADER) != null) {
            return;
        }
        UUID key = SeenArticle.key(id);
        if (withdrawn.contains(key)) {
            return;
        }
        if (record.value() == null) {
            withdraw(id, key);
            return;
        }
        Article sighting = decode(record.value());
        if (sighting != null) {
            take(sighting);
        }
    }

    private void withdraw(String id, UUID key) {
        withdrawn.add(key);
        if (seen.remove(key) != null) {
            listener.forget(id);
        }
    }

    private void take(Article sighting) {
        UUID key = SeenArticle.key(sighting.getId());
        SeenArticle known = seen.get(key);
        SeenArticle next = known == null
                ? SeenArticle.first(sighting, feeds.computeIfAbsent(sighting.getFeedUrl(), feed -> feed))
                : known.shownAgain(sighting);
        if (!next.equals(known)) {
            seen.put(key, next);
            listener.hear(sighting, next.firstSeen());
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
