// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.deadletter;

import dev.racewire.processor.verdict.SetAsideException;
import dev.racewire.schemas.DeadLetterHeaders;
import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets articles aside whose classification fails. Any other failure fails the task: its transaction rolls back. */
public final class UnjudgeableArticleHandler implements ProcessingExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UnjudgeableArticleHandler.class);

    private DeadLetters deadLetters = new DeadLetters(Map.of());

    @Override
    public void configure(Map<String, ?> settings) {
        deadLetters = new DeadLetters(settings);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (!(exception instanceof SetAsideException) || !deadLetters.mayHold(context.topic())) {
            return Response.fail();
        }
        LOG.warn(
                "set aside: {}-{}@{}: {}",
                context.topic(),
                context.partition(),
                context.offset(),
                exception.getMessage(),
                exception.getCause());
        DeadLetters.Origin origin = new DeadLetters.Origin(context.topic(), context.partition(), context.offset());
        return Response.resume(deadLetters.letter(
                DeadLetterHeaders.JUDGING, exception, origin, context.sourceRawKey(), context.sourceRawValue()));
    }
}
