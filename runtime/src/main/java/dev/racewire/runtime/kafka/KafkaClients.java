// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.kafka;

import dev.racewire.runtime.config.Settings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Makes Kafka clients that all talk to one cluster in one way: keys are strings, values bytes in the wire format,
 * readers see committed records only, writers are idempotent.
 *
 * @param bootstrapServers host and port of some brokers
 * @param topicPrefix prefix of all Kafka topics of this installation, usually empty
 * @param commonSettings Kafka's settings for every client
 * @param producerSettings Kafka's settings for producers
 * @param consumerSettings Kafka's settings for consumers
 * @param adminSettings Kafka's settings for admin clients
 */
public record KafkaClients(
        String bootstrapServers,
        String topicPrefix,
        Map<String, String> commonSettings,
        Map<String, String> producerSettings,
        Map<String, String> consumerSettings,
        Map<String, String> adminSettings) {

    public static final String BOOTSTRAP_SERVERS = "bootstrap-servers";
    public static final String TOPIC_PREFIX = "topic-prefix";

    public KafkaClients {
        commonSettings = Map.copyOf(commonSettings);
        producerSettings = Map.copyOf(producerSettings);
        consumerSettings = Map.copyOf(consumerSettings);
        adminSettings = Map.copyOf(adminSettings);
    }

    /** Adds the settings that every role shares. */
    public static ConfigDef define(ConfigDef definition) {
        return definition
                .define(
                        BOOTSTRAP_SERVERS,
                        ConfigDef.Type.STRING,
                        "",
                        ConfigDef.Importance.HIGH,
                        "Host and port of some Kafka brokers; empty: the instance that runs on this machine.")
                .define(
                        TOPIC_PREFIX,
                        ConfigDef.Type.STRING,
                        "",
                        ConfigDef.Importance.LOW,
                        "Put before the name of every Kafka topic and group, for clusters that are shared.");
    }

    /** Clients for that broker, with Kafka's own settings out of {@code settings}. */
    public static KafkaClients of(String bootstrapServers, Settings settings) {
        return new KafkaClients(
                bootstrapServers,
                settings.text(TOPIC_PREFIX),
                settings.passThrough("kafka."),
                settings.passThrough("producer."),
                settings.passThrough("consumer."),
                settings.passThrough("admin."));
    }

    /** Clients for that broker with nothing special. */
    public static KafkaClients of(String bootstrapServers) {
        return new KafkaClients(bootstrapServers, "", Map.of(), Map.of(), Map.of(), Map.of());
    }

    /** A producer; {@code special} wins over the common settings, the operator's settings win over both. */
    public Producer<String, byte[]> producer(Map<String, ?> special) {
        Map<String, Object> settings = base();
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        settings.put("compression.type", "gzip");
        settings.putAll(EventHeaders.settings(topicPrefix));
        settings.putAll(special);
        settings.putAll(producerSettings);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** A consumer that never commits by itself; precedence as for producers. */
    public Consumer<String, byte[]> consumer(Map<String, ?> special) {
        Map<String, Object> settings = base();
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.putAll(special);
        settings.putAll(consumerSettings);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** An admin client. */
    public Admin admin() {
        Map<String, Object> settings = base();
        settings.putAll(adminSettings);
        return Admin.create(settings);
    }

    /** Settings that every client starts from. */
    public Map<String, Object> base() {
        Map<String, Object> settings = new HashMap<>(commonSettings);
        settings.put("bootstrap.servers", bootstrapServers);
        return settings;
    }
}
