// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.Outlet;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.StateMedia;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import dev.racewire.simulator.newswire.Event;
import dev.racewire.simulator.newswire.Ledger;
import dev.racewire.simulator.newswire.Newswire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Puts the events of a newswire into {@code racewire-articles}, and notes where those stand that nobody can read. */
final class WirePublisher implements AutoCloseable {

    private final Newswire newswire;
    private final Producer<String, byte[]> producer;
    private final String topic;
    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final Map<String, String> poison = new HashMap<>();
    private int shown;

    private record Sent(ProducerRecord<String, byte[]> record, boolean isPoison, Future<RecordMetadata> outcome) {}

    WirePublisher(KafkaClients clients, Newswire newswire) {
        this.newswire = newswire;
        producer = clients.producer(Map.of());
        topic = Topics.ARTICLES.in(clients.topicPrefix());
    }

    /** Shows on until there are so many articles; returns when Kafka has all of it. */
    void showUpTo(int articles) throws InterruptedException, ExecutionException {
        List<Sent> sent = new ArrayList<>();
        while (newswire.ledger().size() < articles) {
            Event event = newswire.next();
            boolean isPoison = event instanceof Event.Noise || event instanceof Event.Misfiled;
            ProducerRecord<String, byte[]> record = record(event);
            sent.add(new Sent(record, isPoison, producer.send(record)));
        }
        producer.flush();
        for (Sent one : sent) {
            RecordMetadata at = one.outcome.get();
            if (one.isPoison) {
                poison.put(at.partition() + "@" + at.offset(), letter(one.record.key(), one.record.value()));
            }
        }
        shown += sent.size();
    }

    /** A record that was set aside, in comparable form. */
    static String letter(@Nullable String key, byte[] value) {
        return key + " " + HexFormat.of().formatHex(value);
    }

    private ProducerRecord<String, byte[]> record(Event event) {
        if (event instanceof Event.Sighting sighting) {
            return record(sighting.article(), wire.encode(article(sighting)), sighting.fetched());
        }
        if (event instanceof Event.Misfiled misfiled) {
            Event.Sighting sighting = misfiled.sighting();
            return record(misfiled.key(), wire.encode(article(sighting)), sighting.fetched());
        }
        if (event instanceof Event.Withdrawal withdrawal) {
            return record(withdrawal.article(), null, withdrawal.at());
        }
        Event.Noise noise = (Event.Noise) event;
        return record(noise.key(), noise.bytes(), noise.at());
    }

    private ProducerRecord<String, byte[]> record(@Nullable String key, byte @Nullable [] value, Instant time) {
        return new ProducerRecord<>(topic, null, time.toEpochMilli(), key, value);
    }

    @SuppressWarnings("NullAway") // Avro's builders take null where the schema does
    private static Article article(Event.Sighting sighting) {
        var outlet = sighting.outlet();
        return Article.newBuilder()
                .setId(sighting.article())
                .setFeedUrl(outlet.feedUrl())
                .setOutlet(new Outlet(
                        outlet.name(),
                        "",
                        "und",
                        outlet.country(),
                        "general",
                        outlet.publisher(),
                        outlet.stateMedia() ? StateMedia.YES : StateMedia.NO))
                .setTitle(sighting.title())
                .setSummary(sighting.story().summary())
                .setLanguage(sighting.story().language())
                .setFetched(sighting.fetched())
                .setPublished(sighting.published())
                .setBackfill(sighting.backfill())
                .setContentHash(sighting.contentHash())
                .build();
    }

    /** What must become of all that was shown. */
    Ledger ledger() {
        return newswire.ledger();
    }

    /** What must be among the dead letters, by {@code partition@offset}. */
    Map<String, String> poison() {
        return Map.copyOf(poison);
    }

    /** How many records were shown. */
    int shown() {
        return shown;
    }

    @Override
    public void close() {
        producer.close();
    }
}
