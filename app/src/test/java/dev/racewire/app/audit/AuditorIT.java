// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.app.articles.ArticleFacts;
import dev.racewire.app.broker.BrokerConfig;
import dev.racewire.app.broker.EmbeddedBroker;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class AuditorIT {

    private static final WireFormat WIRE = new WireFormat(SchemaHistory.bundled());

    private EmbeddedBroker broker;

    @BeforeAll
    void startBroker(@TempDir Path directory) throws Exception {
        broker = new EmbeddedBroker(BrokerConfig.in(directory));
        broker.start();
    }

    @AfterAll
    void stopBroker() {
        broker.close();
    }

    @Test
    void isContentWithRightCounts() throws Exception {
        KafkaClients clients = cluster("right.");
        CellLedger ledger = new CellLedger();
        publish(clients, Topics.CLASSIFIED_ARTICLES, "a", SampleArticle.of("a"));
        ledger.put("a", ArticleFacts.of(SampleArticle.of("a")));
        for (String key : ledger.keys()) {
            publish(clients, Topics.COUNTS, key, SampleArticle.count(key, 1));
        }

        AuditResult result = new Auditor(clients, InstantSource.system()).cells();

        assertThat(result.differences()).isEmpty();
        assertThat(result.articles()).isEqualTo(1);
        assertThat(result.cells()).isEqualTo(12);
    }

    @Test
    void namesTheCellsThatAreWrong() throws Exception {
        KafkaClients clients = cluster("wrong.");
        String key = "CN|chips|P1D|2026-11-24T00:00:00Z";
        publish(clients, Topics.COUNTS, key, SampleArticle.count(key, 3));

        AuditResult result = new Auditor(clients, InstantSource.system()).cells();

        assertThat(result.clean()).isFalse();
        assertThat(result.differences()).singleElement().asString().startsWith(key + ": articles 3 published, 0");
    }

    private KafkaClients cluster(String prefix) throws Exception {
        KafkaClients clients =
                new KafkaClients(broker.bootstrapServers(), prefix, Map.of(), Map.of(), Map.of(), Map.of());
        try (Admin admin = clients.admin()) {
            new TopicCreator(admin, prefix).ensure(List.of(Topics.CLASSIFIED_ARTICLES, Topics.COUNTS));
        }
        return clients;
    }

    private static void publish(KafkaClients clients, KafkaTopic topic, String key, SpecificRecord value)
            throws Exception {
        try (Producer<String, byte[]> producer = clients.producer(Map.of())) {
            producer.send(new ProducerRecord<>(topic.in(clients.topicPrefix()), key, WIRE.encode(value)))
                    .get();
        }
    }
}
