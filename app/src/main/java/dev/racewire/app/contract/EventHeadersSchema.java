// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.contract;

import dev.racewire.schemas.DeadLetterHeaders;
import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The headers of a Kafka topic's records as JSON schema. */
final class EventHeadersSchema {

    private static final String TRACE = "W3C trace context: the poll that a record comes from, where there is one.";

    private EventHeadersSchema() {}

    static Map<String, Object> of(KafkaTopic topic) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("ce_specversion", constant("1.0"));
        properties.put("ce_id", text("Of the event: the same when it is sent again."));
        properties.put("ce_source", constant("/racewire/" + topic.writer().role()));
        properties.put("ce_type", constant(topic.eventType()));
        properties.put("ce_time", text("Kafka's timestamp of the record: when its article was fetched, ISO 8601."));
        properties.put("content-type", constant(topic.contentType()));
        List<String> required = List.copyOf(properties.keySet());
        properties.put("traceparent", text(TRACE));
        if (topic.equals(Topics.DEAD_LETTERS)) {
            properties.put(DeadLetterHeaders.STAGE, text("The step that failed."));
            properties.put(DeadLetterHeaders.REASON, text("Why it failed, for people."));
            properties.put(DeadLetterHeaders.ORIGIN_TOPIC, text("Kafka topic that the record stood in."));
            properties.put(DeadLetterHeaders.ORIGIN_PARTITION, text("Partition that it stood in."));
            properties.put(DeadLetterHeaders.ORIGIN_OFFSET, text("Offset that it had."));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("required", required);
        schema.put("properties", properties);
        return schema;
    }

    private static Map<String, Object> constant(String value) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        schema.put("const", value);
        return schema;
    }

    private static Map<String, Object> text(String description) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        schema.put("description", description);
        return schema;
    }
}
