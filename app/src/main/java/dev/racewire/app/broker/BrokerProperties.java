// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.broker;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import kafka.server.KafkaConfig;

/** The broker's settings by Kafka's names: one node that is broker and controller, reachable from this machine only. */
final class BrokerProperties {

    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final String LISTENERS = "listeners";
    private static final String ADVERTISED = "advertised.listeners";
    private static final String LOOPBACK = "127.0.0.1";

    private BrokerProperties() {}

    /** The names of all settings that Kafka's brokers have. */
    static Set<String> known() {
        return KafkaConfig.configDef().names();
    }

    static Map<String, String> of(BrokerConfig config, int port, int controllerPort) {
        Map<String, String> properties = new HashMap<>();
        properties.putAll(singleNode(port, controllerPort));
        properties.putAll(singleReplica());
        properties.putAll(quickRecovery());
        properties.put("log.dirs", config.directory().toString());
        properties.put("auto.create.topics.enable", "false");
        addNamed(config.kafkaSettings(), controllerPort, properties);
        return properties;
    }

    /** Who names listeners means those for clients: the controller's stays ours unless it is named too. */
    private static void addNamed(Map<String, String> named, int controllerPort, Map<String, String> properties) {
        properties.putAll(named);
        String listeners = named.get(LISTENERS);
        if (listeners == null) {
            return;
        }
        if (!listeners.contains(CONTROLLER + "://")) {
            properties.put(LISTENERS, listeners + "," + CONTROLLER + "://" + LOOPBACK + ":" + controllerPort);
        }
        if (!named.containsKey(ADVERTISED)) {
            properties.remove(ADVERTISED); // Kafka takes the listeners themselves
        }
    }

    private static Map<String, String> singleNode(int port, int controllerPort) {
        String client = "PLAINTEXT://" + LOOPBACK + ":" + port;
        String controller = LOOPBACK + ":" + controllerPort;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                String.valueOf(NODE_ID),
                LISTENERS,
                client + "," + CONTROLLER + "://" + controller,
                ADVERTISED,
                client,
                "controller.listener.names",
                CONTROLLER,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,SSL:SSL,SASL_PLAINTEXT:SASL_PLAINTEXT,SASL_SSL:SASL_SSL," + CONTROLLER
                        + ":PLAINTEXT",
                "controller.quorum.voters",
                NODE_ID + "@" + controller);
    }

    private static Map<String, String> singleReplica() {
        Map<String, String> properties = new HashMap<>();
        properties.put("default.replication.factor", "1");
        properties.put("min.insync.replicas", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "1");
        return properties;
    }

    /**
     * After a kill the controller keeps the dead broker registered until its session ends, and a dead producer's
     * transaction stays open until somebody looks for it: both take seconds here, not Kafka's ten.
     */
    private static Map<String, String> quickRecovery() {
        return Map.of(
                "broker.session.timeout.ms", "2000",
                "broker.heartbeat.interval.ms", "500",
                "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
                "group.initial.rebalance.delay.ms", "0",
                "group.streams.initial.rebalance.delay.ms", "0");
    }
}
