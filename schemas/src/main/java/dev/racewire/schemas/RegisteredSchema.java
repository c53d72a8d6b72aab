// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.schemas;

import org.apache.avro.Schema;

/**
 * A schema that was published once and keeps its id for ever.
 *
 * @param id id in the wire format, from 1
 * @param topic Kafka topic whose values it describes, without prefix
 * @param version number of the schema within its topic, from 1
 * @param schema the schema
 */
public record RegisteredSchema(int id, String topic, int version, Schema schema) {

    /** Subject by Confluent's TopicNameStrategy. */
    public String subject() {
        return topic + "-value";
    }
}
