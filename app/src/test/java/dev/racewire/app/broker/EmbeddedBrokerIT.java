// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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
import org.apache.kafka.clients.admin.NewTopic;
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

    /** As docs/subscribe.md has it for readers on other machines, who reach the broker at another address. */
    @Test
    void servesReadersAtASecondAddress() throws Exception {
        int outside = Ports.freeFrom(0);
        int inside = Ports.freeFrom(0);
        int controller = Ports.freeFrom(0);
        Map<String, String> listeners = Map.of(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + inside + ",OUTSIDE://127.0.0.2:" + outside + ",CONTROLLER://127.0.0.1:"
                        + controller,
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + inside + ",OUTSIDE://127.0.0.2:" + outside,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,OUTSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.quorum.voters",
                "1@127.0.0.1:" + controller);
        try (EmbeddedBroker broker = new EmbeddedBroker(new BrokerConfig(directory, inside, listeners))) {
            broker.start();
            KafkaClients here = KafkaClients.of("127.0.0.1:" + inside);
            createTopics(here);
            commit(here, "for all");

            KafkaClients there = KafkaClients.of("127.0.0.2:" + outside);
            try (Admin admin = there.admin()) {
                assertThat(admin.describeCluster().nodes().get())
                        .allMatch(node -> node.host().equals("127.0.0.2") && node.port() == outside);
            }
            assertThat(read(there)).containsExactly("for all");
            assertThat(read(here)).containsExactly("for all");
        }
    }

    @Test
    void refusesTopicsThatAreThereWithAnotherLayout() throws Exception {
        try (EmbeddedBroker broker = new EmbeddedBroker(BrokerConfig.in(directory))) {
            broker.start();
            try (Admin admin = KafkaClients.of(broker.bootstrapServers()).admin()) {
                admin.createTopics(List.of(
                                new NewTopic("old-" + Topics.COUNTS.name(), 3, (short) 1)
                                        .configs(Map.of("cleanup.policy", "delete,compact")),
                                new NewTopic("old-" + Topics.FEEDS.name(), Topics.FEEDS.partitions(), (short) 1)))
                        .all()
                        .get();
                await().untilAsserted(() ->
                        assertThat(admin.listTopics().names().get()).hasSize(2));

                assertThatThrownBy(() -> new TopicCreator(admin, "old-").ensure(Topics.all()))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("old-racewire-counts has 3 partitions instead of 8")
                        .hasMessageContaining("old-racewire-feeds has cleanup.policy=delete instead of compact")
                        .hasMessageContaining("--topic-prefix")
                        .hasMessageNotContaining("counts has cleanup");
                assertThat(admin.listTopics().names().get())
                        .as("nothing is created beside them")
                        .hasSize(2);
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
