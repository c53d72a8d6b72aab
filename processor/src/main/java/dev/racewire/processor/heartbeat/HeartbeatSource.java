// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.heartbeat;

import dev.racewire.schemas.Article;
import dev.racewire.schemas.Canary;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends a heartbeat on its way from each task of the first step. It hangs on the source of the sightings to be part of
 * that task, looks at none of them, and sends nothing while the task stands still.
 */
public final class HeartbeatSource implements Processor<String, Article, String, Canary> {

    private static final Duration LOOK = Duration.ofSeconds(5);

    private final String stage;
    private final Duration interval;
    private long sequence;
    private Instant last = Instant.EPOCH;

    @SuppressWarnings("NullAway.Init") // set in init
    private ProcessorContext<String, Canary> context;

    public HeartbeatSource(String stage, Duration interval) {
        this.stage = stage;
        this.interval = interval;
    }

    @Override
    public void init(ProcessorContext<String, Canary> context) {
        this.context = context;
        Duration look = interval.compareTo(LOOK) < 0 ? interval : LOOK;
        context.schedule(look, PunctuationType.WALL_CLOCK_TIME, now -> sendIfDue(Instant.ofEpochMilli(now)));
    }

    @Override
    public void process(Record<String, Article> record) {
        // News is none of its business.
    }

    private void sendIfDue(Instant now) {
        if (now.isBefore(last.plus(interval))) {
            return;
        }
        last = now;
        int partition = context.taskId().partition();
        Canary heartbeat = Canary.newBuilder()
                .setPartition(partition)
                .setSequence(sequence++)
                .setSent(now)
                .setStages(Map.of(stage, now.toEpochMilli()))
                .build();
        context.forward(new Record<>(String.valueOf(partition), heartbeat, streamTime()));
    }

    /** It queues behind what the task has sent on, and never moves a later task's stream time ahead of the news. */
    private long streamTime() {
        return Math.max(0, context.currentStreamTimeMs());
    }
}
