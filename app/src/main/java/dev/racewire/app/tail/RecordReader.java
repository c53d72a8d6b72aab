// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.tail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.WireFormat;
import dev.racewire.schemas.WireFormatException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Records of any Kafka topic as JSON: where they stand, their key, their value, their headers if they are asked for. */
public final class RecordReader {

    static final String VALUE = "value";

    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final boolean headers;

    /** A reader; {@code headers}: whether it gives the headers too. */
    public RecordReader(boolean headers) {
        this.headers = headers;
    }

    ObjectNode read(ConsumerRecord<String, byte[]> record) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("partition", record.partition());
        json.put("offset", record.offset());
        json.put("timestamp", Instant.ofEpochMilli(record.timestamp()).toString());
        json.put("key", record.key());
        if (headers) {
            ObjectNode found = json.putObject("headers");
            for (Header header : record.headers()) {
                found.set(header.key(), text(header.value()));
            }
        }
        json.set(VALUE, value(record.value()));
        return json;
    }

    private JsonNode value(byte[] bytes) {
        if (bytes == null) {
            return JsonNodeFactory.instance.nullNode(); // Kafka's deletion mark
        }
        try {
            return AvroJson.of(wire.decodeAny(bytes));
        } catch (WireFormatException e) {
            return bytes.length > 0 && bytes[0] == 0 ? unreadable(bytes, e) : text(bytes);
        }
    }

    /** What says that it is a record and can't be read as one: why not, and its bytes. */
    private static JsonNode unreadable(byte[] bytes, WireFormatException why) {
        return base64(bytes).put("unreadable", why.getMessage());
    }

    /** The bytes as text where they are text, else in base 64. */
    private static JsonNode text(byte[] bytes) {
        if (bytes == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return JsonNodeFactory.instance.textNode(text);
        } catch (CharacterCodingException e) {
            return base64(bytes);
        }
    }

    private static ObjectNode base64(byte[] bytes) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("base64", Base64.getEncoder().encodeToString(bytes));
    }
}
