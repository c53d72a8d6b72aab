// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.kafka;

import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.registry.HttpSchemaRegistry;
import dev.racewire.runtime.registry.RegistryException;
import dev.racewire.runtime.registry.SchemaIds;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
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
 * @param schemaIds ids of a schema registry, where one is named; else those of this build
 */
public record KafkaClients(
        String bootstrapServers,
        String topicPrefix,
        Map<String, String> commonSettings,
        Map<String, String> producerSettings,
        Map<String, String> consumerSettings,
        Map<String, String> adminSettings,
        Optional<SchemaIds> schemaIds) {

    public static final String BOOTSTRAP_SERVERS = "bootstrap-servers";
    public static final String TOPIC_PREFIX = "topic-prefix";
    public static final String SCHEMA_REGISTRY_URL = "schema.registry.url";
    public static final String SCHEMA_REGISTRY_USER = "schema.registry.user-info";

    public KafkaClients {
        commonSettings = Map.copyOf(commonSettings);
        producerSettings = Map.copyOf(producerSettings);
        consumerSettings = Map.copyOf(consumerSettings);
        adminSettings = Map.copyOf(adminSettings);
    }

    /** Clients that write the ids of this build. */
    public KafkaClients(
            String bootstrapServers,
            String topicPrefix,
            Map<String, String> commonSettings,
            Map<String, String> producerSettings,
            Map<String, String> consumerSettings,
            Map<String, String> adminSettings) {
        this(
                bootstrapServers,
                topicPrefix,
                commonSettings,
                producerSettings,
                consumerSettings,
                adminSettings,
                Optional.empty());
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
                        "Put before the name of every Kafka topic and group, for clusters that are shared.")
                .define(
                        SCHEMA_REGISTRY_URL,
                        ConfigDef.Type.STRING,
                        "",
                        ConfigDef.Importance.LOW,
                        "Schema registry with Confluent's interface whose ids are written; empty: those of this build.")
                .define(
                        SCHEMA_REGISTRY_USER,
                        ConfigDef.Type.PASSWORD,
                        "",
                        ConfigDef.Importance.LOW,
                        "User and password for it, with a colon between; empty: none.");
    }

    /** Clients for that broker, with Kafka's own settings out of {@code settings}. */
    public static KafkaClients of(String bootstrapServers, Settings settings) {
        return new KafkaClients(
                bootstrapServers,
                settings.text(TOPIC_PREFIX),
                settings.passThrough("kafka."),
                settings.passThrough("producer."),
                settings.passThrough("consumer."),
                settings.passThrough("admin."),
                schemaIds(settings));
    }

    private static Optional<SchemaIds> schemaIds(Settings settings) {
        return settings.address(SCHEMA_REGISTRY_URL)
                .map(url -> schemaIds(url, settings.secret(SCHEMA_REGISTRY_USER), settings.text(TOPIC_PREFIX)));
    }

    private static SchemaIds schemaIds(URI registry, Optional<String> userInfo, String topicPrefix) {
        return new SchemaIds(new HttpSchemaRegistry(registry, userInfo), topicPrefix);
    }

    /** The same with the ids of that registry; {@code userInfo} is user and password for it, with a colon between. */
    public KafkaClients withSchemaRegistry(URI registry, Optional<String> userInfo) {
        return new KafkaClients(
                bootstrapServers,
                topicPrefix,
                commonSettings,
                producerSettings,
                consumerSettings,
                adminSettings,
                Optional.of(schemaIds(registry, userInfo, topicPrefix)));
    }

    /** The same with another prefix. */
    public KafkaClients withTopicPrefix(String prefix) {
        return new KafkaClients(
                bootstrapServers,
                prefix,
                commonSettings,
                producerSettings,
                consumerSettings,
                adminSettings,
                schemaIds.map(ids -> ids.withTopicPrefix(prefix)));
    }

    /** Publishes our schemas where a registry is named, so that a program that can't write does not start. */
    public void publishSchemas() throws RegistryException {
        if (schemaIds.isPresent()) {
            schemaIds.get().publish();
        }
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
        return new KafkaProducer<>(settings, new StringSerializer(), valueSerializer());
    }

    /** A consumer that never commits by itself; precedence as for producers. */
    public Consumer<String, byte[]> consumer(Map<String, ?> special) {
        Map<String, Object> settings = base();
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.putAll(special);
        settings.putAll(consumerSettings);
        return new KafkaConsumer<>(settings, new StringDeserializer(), valueDeserializer());
    }

    /** How values are written. */
    public Serializer<byte[]> valueSerializer() {
        return schemaIds.map(SchemaIds::serializer).orElseGet(ByteArraySerializer::new);
    }

    /** How values are read. */
    public Deserializer<byte[]> valueDeserializer() {
        return schemaIds.map(SchemaIds::deserializer).orElseGet(ByteArrayDeserializer::new);
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
