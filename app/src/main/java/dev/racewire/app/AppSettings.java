// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app;

import dev.racewire.app.broker.BrokerConfig;
import dev.racewire.app.cli.LogFormat;
import dev.racewire.app.instance.DataDirectory;
import dev.racewire.dashboard.DashboardConfig;
import dev.racewire.ingest.IngestConfig;
import dev.racewire.processor.ProcessorConfig;
import dev.racewire.runtime.kafka.KafkaClients;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

/** The settings of the program: those of every module under one roof. */
public final class AppSettings {

    public static final String DATA_DIR = "data-dir";
    public static final String REGISTRY_HOST = "registry.host";
    public static final String REGISTRY_PORT = "registry.port";
    public static final String OPS_HOST = "ops.host";
    public static final String OPS_PORT = "ops.port";
    public static final String LOG_FORMAT = "log.format";

    private static final int DEFAULT_REGISTRY_PORT = 8081;
    private static final int DEFAULT_OPS_PORT = 9464;
    private static final ConfigDef.Range PORTS = ConfigDef.Range.between(0, 65535);

    private AppSettings() {}

    /** All settings that a file or the environment may hold. */
    public static ConfigDef define() {
        ConfigDef definition = ops(registry(embedded(KafkaClients.define(new ConfigDef()))));
        return DashboardConfig.define(ProcessorConfig.define(IngestConfig.define(definition)));
    }

    /** The settings of everything in one JVM: there is no broker to name. */
    public static ConfigDef installation() {
        ConfigDef definition = new ConfigDef();
        define().configKeys().forEach((name, key) -> {
            if (!name.equals(KafkaClients.BOOTSTRAP_SERVERS)) {
                definition.define(key);
            }
        });
        return definition;
    }

    /** Where the roles keep what is theirs when they share a data directory. */
    public static Map<String, String> within(DataDirectory data) {
        return Map.of(
                ProcessorConfig.STATE_DIR, data.processor().toString(),
                IngestConfig.DATA_DIR, data.ingest().toString());
    }

    /** Adds the prefix of shared clusters, for commands that need no broker's address. */
    public static ConfigDef prefix(ConfigDef definition) {
        ConfigDef common = KafkaClients.define(new ConfigDef());
        return definition.define(common.configKeys().get(KafkaClients.TOPIC_PREFIX));
    }

    /** Adds those of an embedded broker. */
    public static ConfigDef embedded(ConfigDef definition) {
        return BrokerConfig.define(dataDirectory(definition));
    }

    /** Adds the directory alone. */
    public static ConfigDef dataDirectory(ConfigDef definition) {
        return definition.define(
                DATA_DIR,
                ConfigDef.Type.STRING,
                "data",
                ConfigDef.Importance.HIGH,
                "Directory that keeps everything; one process at a time holds it.");
    }

    /** Adds those of the schema registry. */
    public static ConfigDef registry(ConfigDef definition) {
        return definition
                .define(
                        REGISTRY_HOST,
                        ConfigDef.Type.STRING,
                        "127.0.0.1",
                        ConfigDef.Importance.LOW,
                        "Address of the schema registry. What it tells is public.")
                .define(
                        REGISTRY_PORT,
                        ConfigDef.Type.INT,
                        DEFAULT_REGISTRY_PORT,
                        PORTS,
                        ConfigDef.Importance.LOW,
                        "Port of the schema registry; when it is in use, the next free one; 0 for any.");
    }

    /** Adds those of the operators' port. */
    public static ConfigDef ops(ConfigDef definition) {
        return definition
                .define(
                        OPS_HOST,
                        ConfigDef.Type.STRING,
                        "127.0.0.1",
                        ConfigDef.Importance.LOW,
                        "Address of the operators' port (health, metrics).")
                .define(
                        OPS_PORT,
                        ConfigDef.Type.INT,
                        DEFAULT_OPS_PORT,
                        PORTS,
                        ConfigDef.Importance.LOW,
                        "Operators' port; when it is in use, the next free one; 0 for any.")
                .define(
                        LOG_FORMAT,
                        ConfigDef.Type.STRING,
                        LogFormat.TEXT,
                        ConfigDef.ValidString.in(LogFormat.TEXT, LogFormat.JSON),
                        ConfigDef.Importance.LOW,
                        "Form of the log on stderr: text for people, json for collectors, a line each.");
    }
}
