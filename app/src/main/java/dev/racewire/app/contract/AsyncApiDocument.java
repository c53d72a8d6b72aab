// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.contract;

import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The Kafka topics as an AsyncAPI 3 document.
 *
 * @see <a href="https://www.asyncapi.com/docs/reference/specification/v3.1.0">Specification</a>
 */
public final class AsyncApiDocument {

    private static final String AVRO = "application/vnd.apache.avro;version=1.9.0";
    private static final List<String> CHANNEL_SETTINGS =
            List.of("retention.ms", "delete.retention.ms", "max.message.bytes");

    private AsyncApiDocument() {}

    /**
     * The document as YAML.
     *
     * @param topicPrefix prefix of all Kafka topics
     * @param broker host and port of a broker
     * @param registry address of the schema registry
     */
    public static String yaml(String topicPrefix, String broker, String registry) {
        Map<String, Object> channels = new LinkedHashMap<>();
        Map<String, Object> operations = new LinkedHashMap<>();
        Map<String, Object> messages = new LinkedHashMap<>();
        for (KafkaTopic topic : Topics.all()) {
            channels.put(topic.name(), channel(topic, topicPrefix));
            operations.put("send-" + topic.name(), operation(topic));
            messages.put(message(topic), describe(topic));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("asyncapi", "3.1.0");
        document.put("id", "urn:racewire");
        document.put("info", info());
        document.put("defaultContentType", "application/avro");
        document.put("servers", Map.of("kafka", server(broker, registry)));
        document.put("channels", channels);
        document.put("operations", operations);
        document.put("components", Map.of("messages", messages));
        return YamlText.of(document);
    }

    private static Map<String, Object> info() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Racewire");
        info.put("version", "1.0.0");
        info.put(
                "description",
                "News about the race for artificial intelligence between countries: articles, verdicts, and exact counts"
                        + " per country and topic. Read committed records only; a later record of a key replaces an"
                        + " earlier one.");
        info.put("license", Map.of("name", "Apache-2.0"));
        return info;
    }

    private static Map<String, Object> server(String broker, String registry) {
        Map<String, Object> server = new LinkedHashMap<>();
        server.put("host", broker);
        server.put("protocol", "kafka");
        Map<String, Object> kafka = new LinkedHashMap<>();
        kafka.put("schemaRegistryUrl", registry);
        kafka.put("schemaRegistryVendor", "confluent");
        server.put("bindings", Map.of("kafka", kafka));
        return server;
    }

    private static Map<String, Object> channel(KafkaTopic topic, String prefix) {
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put(
                "cleanup.policy",
                List.of(topic.settings()
                        .getOrDefault("cleanup.policy", "delete")
                        .split(",")));
        for (String setting : CHANNEL_SETTINGS) {
            String value = topic.settings().get(setting);
            if (value != null) {
                configuration.put(setting, Long.parseLong(value));
            }
        }
        Map<String, Object> kafka = new LinkedHashMap<>();
        kafka.put("topic", topic.in(prefix));
        kafka.put("partitions", topic.partitions());
        kafka.put("topicConfiguration", configuration);
        Map<String, Object> channel = new LinkedHashMap<>();
        channel.put("address", topic.in(prefix));
        channel.put(
                "description",
                "Written by " + topic.writer().role() + ". Holds "
                        + ServiceLevels.of(topic).completeness() + ".");
        channel.put("messages", Map.of(message(topic), reference("components/messages", message(topic))));
        channel.put("bindings", Map.of("kafka", kafka));
        return channel;
    }

    private static Map<String, Object> operation(KafkaTopic topic) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("action", "send");
        operation.put("channel", reference("channels", topic.name()));
        operation.put("summary", "Sends " + topic.eventType() + " events");
        return operation;
    }

    private static Map<String, Object> describe(KafkaTopic topic) {
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("type", "string");
        key.put("description", topic.key());
        Map<String, Object> kafka = new LinkedHashMap<>();
        kafka.put("key", key);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("name", message(topic));
        message.put("contentType", topic.contentType());
        message.put("headers", EventHeadersSchema.of(topic));
        topic.value().ifPresent(type -> {
            kafka.put("schemaIdLocation", "payload");
            kafka.put("schemaIdPayloadEncoding", "confluent");
            Schema schema = SchemaHistory.bundled()
                    .of(SpecificData.get().getSchema(type))
                    .orElseThrow(() -> new IllegalStateException(type + " is not published"))
                    .schema();
            message.put("summary", schema.getDoc());
            Map<String, Object> payload = new LinkedHashMap<>();
            payload.put("schemaFormat", AVRO);
            // An Avro schema is JSON, which is YAML.
            Object parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(schema.toString());
            payload.put("schema", parsed);
            message.put("payload", payload);
        });
        message.put("bindings", Map.of("kafka", kafka));
        return message;
    }

    private static String message(KafkaTopic topic) {
        return topic.value().map(Class::getSimpleName).orElse("DeadLetter");
    }

    private static Map<String, Object> reference(String place, String name) {
        return Map.of("$ref", "#/" + place + "/" + name);
    }
}
