// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.publish;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Headers by CloudEvents' binary mode. The id is made of the content, so that a reader can recognise a second copy.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/main/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     binding</a>
 */
final class EventHeaders {

    private static final Header VERSION = header("ce_specversion", "1.0");
    private static final Header SOURCE = header("ce_source", "/racewire/ingest");
    private static final Header CONTENT_TYPE = header("content-type", "application/avro");

    private EventHeaders() {}

    static List<Header> of(String type, String id, Instant time) {
        return List.of(
                VERSION,
                header("ce_id", id),
                SOURCE,
                header("ce_type", type),
                header("ce_time", time.toString()),
                CONTENT_TYPE);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
