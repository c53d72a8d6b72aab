// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard;

import dev.racewire.dashboard.view.Positions;
import dev.racewire.dashboard.view.View;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Feeds a view as the subscription would, without Kafka: offsets count up in each partition. */
public final class Feeding {

    private static final WireFormat WIRE = new WireFormat(SchemaHistory.bundled());
    private static final int PARTITIONS = Topics.CLASSIFIED_ARTICLES.partitions();

    private final View view;
    private final Map<String, Long> offsets = new HashMap<>();

    public Feeding() {
        this(new View(Duration.ofDays(32), 100_000));
    }

    public Feeding(View view) {
        this.view = view;
        view.begin(Positions.start("topic", PARTITIONS));
    }

    public View view() {
        return view;
    }

    public Feeding article(ClassifiedArticle article) {
        return put(Topics.CLASSIFIED_ARTICLES, article.getId(), article);
    }

    public Feeding put(KafkaTopic topic, String key, SpecificRecord value) {
        int partition = Math.floorMod(key.hashCode(), PARTITIONS);
        long offset = offsets.merge(topic.name() + partition, 1L, Long::sum) - 1;
        view.apply(topic.name(), new ConsumerRecord<>(topic.name(), partition, offset, key, WIRE.encode(value)));
        return this;
    }

    public View publish(Instant now) {
        view.publish(now);
        return view;
    }
}
