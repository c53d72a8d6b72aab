// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor;

import dev.racewire.runtime.config.Durations;
import dev.racewire.runtime.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;

/**
 * Settings of the processor.
 *
 * @param applicationId name of the consumer group and of all internal Kafka topics
 * @param stateDir folder of the state stores
 * @param threads threads that process
 * @param standbyReplicas copies of the state that other instances keep
 * @param commitInterval time between two transactions
 * @param horizon how far back counts can change
 * @param heartbeatInterval time between two heartbeats of a partition
 * @param streams settings of Kafka Streams that the operator passes through
 */
public record ProcessorConfig(
        String applicationId,
        Path stateDir,
        int threads,
        int standbyReplicas,
        Duration commitInterval,
        Duration horizon,
        Duration heartbeatInterval,
        Map<String, String> streams) {

    public static final String APPLICATION_ID = "processor.application-id";
    public static final String STATE_DIR = "processor.state-dir";
    public static final String THREADS = "processor.threads";
    public static final String STANDBY_REPLICAS = "processor.standby-replicas";
    public static final String COMMIT_INTERVAL = "processor.commit-interval";
    public static final String HORIZON = "processor.horizon";
    public static final String HEARTBEAT_INTERVAL = "processor.heartbeat-interval";

    public ProcessorConfig {
        streams = Map.copyOf(streams);
    }

    /** Adds the processor's settings. */
    public static ConfigDef define(ConfigDef definition) {
        return application(definition)
                .define(
                        STATE_DIR,
                        ConfigDef.Type.STRING,
                        "data/processor",
                        Importance.HIGH,
                        "Folder of the state stores. It may be deleted while the processor is down: Kafka has it all.")
                .define(
                        THREADS,
                        ConfigDef.Type.INT,
                        1,
                        Range.between(1, 64),
                        Importance.MEDIUM,
                        "Threads that process. More than one pays with thousands of articles a second.")
                .define(
                        STANDBY_REPLICAS,
                        ConfigDef.Type.INT,
                        0,
                        Range.between(0, 8),
                        Importance.MEDIUM,
                        "Copies of the state that other instances keep, so that one can take over in seconds.")
                .define(
                        COMMIT_INTERVAL,
                        ConfigDef.Type.STRING,
                        "30ms",
                        Durations.VALIDATOR,
                        Importance.LOW,
                        "Time between two transactions: longer is cheaper, shorter shows counts sooner.")
                .define(
                        HORIZON,
                        ConfigDef.Type.STRING,
                        "30d",
                        Durations.VALIDATOR,
                        Importance.LOW,
                        "How far back counts can change. racewire-articles should keep as much.")
                .define(
                        HEARTBEAT_INTERVAL,
                        ConfigDef.Type.STRING,
                        "1m",
                        Durations.VALIDATOR,
                        Importance.LOW,
                        "Time between two heartbeats that go through every task into racewire-canaries.");
    }

    /** Adds the name of the application alone, for those who ask how far it has come. */
    public static ConfigDef application(ConfigDef definition) {
        return definition.define(
                APPLICATION_ID,
                ConfigDef.Type.STRING,
                "racewire-processor-v1",
                Importance.LOW,
                "Name of the consumer group and of all internal Kafka topics. Another name begins from nothing.");
    }

    /** The settings as given. */
    public static ProcessorConfig of(Settings settings) {
        return new ProcessorConfig(
                settings.text(APPLICATION_ID),
                settings.path(STATE_DIR),
                settings.integer(THREADS),
                settings.integer(STANDBY_REPLICAS),
                settings.duration(COMMIT_INTERVAL),
                settings.duration(HORIZON),
                settings.duration(HEARTBEAT_INTERVAL),
                settings.passThrough("streams."));
    }
}
