// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.contract;

import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.RegisteredSchema;
import dev.racewire.schemas.SchemaHistory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * A Kafka topic as a data contract by the Open Data Contract Standard 3.1.
 *
 * @see <a href="https://bitol-io.github.io/open-data-contract-standard/">Standard</a>
 */
public final class DataContract {

    private DataContract() {}

    /** The contract as YAML. */
    public static String yaml(KafkaTopic topic) {
        List<RegisteredSchema> versions = SchemaHistory.bundled().versions(topic.name());
        Map<String, Object> contract = new LinkedHashMap<>();
        contract.put("apiVersion", "v3.1.0");
        contract.put("kind", "DataContract");
        contract.put("id", "urn:racewire:" + topic.name());
        contract.put("name", topic.name());
        contract.put("version", "1." + Math.max(0, versions.size() - 1) + ".0");
        contract.put("status", "active");
        contract.put("description", description(topic));
        contract.put("servers", List.of(server()));
        contract.put("schema", List.of(schema(topic, versions)));
        contract.put("slaProperties", levels(topic));
        return YamlText.of(contract);
    }

    private static Map<String, Object> description(KafkaTopic topic) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("purpose", "Holds " + ServiceLevels.of(topic).completeness() + ".");
        description.put(
                "usage",
                topic.compacted()
                        ? "Read committed records; a later record of a key replaces an earlier one. Key: " + topic.key()
                        : "Read committed records; each is one more. Key: " + topic.key());
        return description;
    }

    private static Map<String, Object> server() {
        Map<String, Object> server = new LinkedHashMap<>();
        server.put("server", "kafka");
        server.put("type", "kafka");
        server.put("host", "127.0.0.1:9092");
        server.put("format", "avro");
        return server;
    }

    private static Map<String, Object> schema(KafkaTopic topic, List<RegisteredSchema> versions) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", topic.value().map(Class::getSimpleName).orElse("DeadLetter"));
        object.put("physicalName", topic.name());
        object.put("physicalType", "topic");
        object.put("logicalType", "object");
        if (versions.isEmpty()) {
            object.put("description", "Bytes as they came; headers say where from and why they are here.");
        } else {
            Schema newest = versions.get(versions.size() - 1).schema();
            object.put("description", newest.getDoc());
            object.put("properties", ContractType.properties(newest));
        }
        return object;
    }

    private static List<Object> levels(KafkaTopic topic) {
        ServiceLevels levels = ServiceLevels.of(topic);
        List<Object> properties = new ArrayList<>();
        properties.add(level("freshness", levels.freshness(), "s"));
        properties.add(level("completeness", levels.completeness(), ""));
        ServiceLevels.retentionDays(topic)
                .ifPresentOrElse(
                        days -> properties.add(level("retention", days, "d")),
                        () -> properties.add(level("retention", "the newest record of each key, for good", "")));
        return properties;
    }

    private static Map<String, Object> level(String property, Object value, String unit) {
        Map<String, Object> level = new LinkedHashMap<>();
        level.put("property", property);
        level.put("value", value);
        if (!unit.isEmpty()) {
            level.put("unit", unit);
        }
        return level;
    }
}
