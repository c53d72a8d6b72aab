// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import dev.racewire.app.broker.Ports;
import dev.racewire.runtime.kafka.KafkaClients;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.Uuid;

/**
 * A cluster as it is run for years: three brokers that are controllers too, each in a JVM of its own, as Kafka's own
 * program starts them; every partition three times, two of which must have a record before it counts.
 */
final class ThreeBrokers implements AutoCloseable {

    static final int COUNT = 3;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<BrokerNode> nodes = new ArrayList<>();
    private final KafkaClients clients;

    ThreeBrokers(Path folder) throws IOException, InterruptedException, ExecutionException {
        List<Integer> ports = new ArrayList<>();
        List<Integer> controllers = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            ports.add(Ports.freeFrom(21_000 + 100 * i));
            controllers.add(Ports.freeFrom(21_050 + 100 * i));
        }
        String voters = address(controllers);
        String cluster = Uuid.randomUuid().toString();
        for (int i = 0; i < COUNT; i++) {
            nodes.add(new BrokerNode(
                    i + 1, folder.resolve("broker-" + (i + 1)), ports.get(i), controllers.get(i), voters, cluster));
        }
        clients =
                KafkaClients.of(ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(",")));
        for (BrokerNode node : nodes) {
            node.start();
        }
        awaitInSync();
    }

    private static String address(List<Integer> controllers) {
        List<String> voters = new ArrayList<>();
        for (int i = 0; i < controllers.size(); i++) {
            voters.add((i + 1) + "@127.0.0.1:" + controllers.get(i));
        }
        return String.join(",", voters);
    }

    KafkaClients clients() {
        return clients;
    }

    /** {@code kill -9}; it stays away until it is started. */
    void kill(int index) {
        nodes.get(index).kill();
    }

    void start(int index) throws IOException {
        nodes.get(index).start();
    }

    /** Stops and starts one after the other, as an upgrade does: the next one when all have caught up. */
    void roll() throws IOException, InterruptedException, ExecutionException {
        for (BrokerNode node : nodes) {
            node.stop();
            node.start();
            awaitInSync();
        }
    }

    /** Waits until all three are there and no partition lacks a copy that is up to date. */
    void awaitInSync() throws IOException, InterruptedException, ExecutionException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!inSync()) {
            if (System.nanoTime() > end) {
                throw new IOException("the brokers are not in sync within " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private boolean inSync() throws InterruptedException {
        try (Admin admin = clients.admin()) {
            if (admin.describeCluster().nodes().get().size() < COUNT) {
                return false;
            }
            var names = admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
            return admin.describeTopics(names).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition ->
                            partition.isr().size() == partition.replicas().size());
        } catch (ExecutionException e) {
            return false; // A broker that was asked is on its way out.
        }
    }

    @Override
    public void close() {
        nodes.forEach(BrokerNode::kill);
    }
}
