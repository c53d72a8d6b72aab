// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.runtime.kafka.TopicReader;
import dev.racewire.schemas.Topics;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    @TempDir
    private Path directory;

    @Test
    void keepsItsDataThroughARestart() throws Exception {
        try (EmbeddedBroker broker = new EmbeddedBroker(BrokerConfig.in(directory))) {
            broker.start();
            KafkaClients clients = KafkaClients.of(broker.bootstrapServers());
            createTopics(clients);
            commit(clients, "first");
            assertThat(read(clients)).containsExactly("first");
        }
        try (EmbeddedBroker broker = new EmbeddedBroker(BrokerConfig.in(directory))) {
            broker.start();
            KafkaClients clients = KafkaClients.of(broker.bootstrapServers());
            assertThat(read(clients)).containsExactly("first");
            commit(clients, "second");
            assertThat(read(clients)).containsExactly("first", "second");
        }
    }

    @Test
    void takesTheNextPortWhenItsOwnIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                EmbeddedBroker broker =
                        new EmbeddedBroker(new BrokerConfig(directory, taken.getLocalPort(), Map.of()))) {
            broker.start();
            assertThat(broker.bootstrapServers()).isNotEqualTo("127.0.0.1:" + taken.getLocalPort());
            try (Admin admin = KafkaClients.of(broker.bootstrapServers()).admin()) {
                assertThat(admin.describeCluster().nodes().get()).hasSize(1);
            }
        }
    }

    private static void createTopics(KafkaClients clients) throws Exception {
        try (Admin admin = clients.admin()) {
            new TopicCreator(admin, "").ensure(List.of(Topics.GAPS));
        }
    }

    private static void commit(KafkaClients clients, String text) {
        try (var producer = clients.producer(Map.of("transactional.id", "broker-it"))) {
            producer.initTransactions();
            producer.beginTransaction();
            var record = new ProducerRecord<>(Topics.GAPS.name(), text, text.getBytes(StandardCharsets.UTF_8));
            assertThat(producer.send(record)).isNotNull();
            producer.commitTransaction();
        }
    }

    private static List<String> read(KafkaClients clients) throws Exception {
        List<String> keys = new ArrayList<>();
        try (var consumer = clients.consumer(Map.of());
                Admin admin = clients.admin()) {
            var partitions = TopicReader.partitions(consumer, Topics.GAPS.name());
            consumer.assign(partitions);
            TopicReader.readTo(
                    TopicReader.highWatermarks(admin, partitions), consumer, Duration.ofSeconds(20), record -> {
                        keys.add(record.key());
                    });
        }
        return keys;
    }
}
