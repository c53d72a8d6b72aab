// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.heartbeat;

import dev.racewire.schemas.Canary;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Notes on a heartbeat when a task passes it on. It is connected to the stores of the task that it vouches for. */
public final class HeartbeatStage implements Processor<String, Canary, String, Canary> {

    private final String stage;
    private final boolean last;

    @SuppressWarnings("NullAway.Init") // set in init
    private ProcessorContext<String, Canary> context;

    private HeartbeatStage(String stage, boolean last) {
        this.stage = stage;
        this.last = last;
    }

    /** A task on the way. */
    public static HeartbeatStage passing(String stage) {
        return new HeartbeatStage(stage, false);
    }

    /** The last task: the record goes out under the time at which the heartbeat set out. */
    public static HeartbeatStage arriving(String stage) {
        return new HeartbeatStage(stage, true);
    }

    @Override
    public void init(ProcessorContext<String, Canary> context) {
        this.context = context;
    }

    @Override
    public void process(Record<String, Canary> record) {
        Map<String, Long> stages = new TreeMap<>(record.value().getStages());
        stages.put(stage, context.currentSystemTimeMs());
        Canary passed = Canary.newBuilder(record.value()).setStages(stages).build();
        long time = last ? passed.getSent().toEpochMilli() : record.timestamp();
        context.forward(record.withValue(passed).withTimestamp(time));
    }
}
