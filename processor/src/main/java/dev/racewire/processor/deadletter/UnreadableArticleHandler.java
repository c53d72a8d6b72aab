// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.deadletter;

import dev.racewire.schemas.DeadLetterHeaders;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets unreadable records of {@code racewire-articles} aside. An unreadable record of an internal Kafka topic is our
 * own fault and fails the task.
 */
public final class UnreadableArticleHandler implements DeserializationExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableArticleHandler.class);

    private DeadLetters deadLetters = new DeadLetters(Map.of());

    @Override
    public void configure(Map<String, ?> settings) {
        deadLetters = new DeadLetters(settings);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (!deadLetters.mayHold(record.topic())) {
            return Response.fail();
        }
        LOG.warn(
                "set aside: {}-{}@{} can't be read: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                exception.getMessage());
        DeadLetters.Origin origin = new DeadLetters.Origin(record.topic(), record.partition(), record.offset());
        return Response.resume(
                deadLetters.letter(DeadLetterHeaders.READING, exception, origin, record.key(), record.value()));
    }
}
