// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import dev.racewire.runtime.kafka.KafkaClients;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the brokers how full their disks are and tells whether polling may go on. A broker that won't tell, for example
 * for want of rights, stops nobody.
 */
final class DiskWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);
    private static final long EVERY_SECONDS = 10;

    private final KafkaClients clients;
    private final DiskLimit limit;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "racewire-ingest-disk"));
    private @Nullable Admin admin;
    private boolean refused;
    private volatile String full = "";

    DiskWatch(KafkaClients clients, int percent) {
        this.clients = clients;
        this.limit = new DiskLimit(percent);
    }

    void start() {
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(this::look, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Why polling stops, for people; empty when it goes on. */
    String full() {
        return full;
    }

    private void look() {
        try {
            if (admin == null) {
                admin = clients.admin();
            }
            fullest(admin);
        } catch (ExecutionException | KafkaException e) {
            Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            if (!refused && !(cause instanceof RetriableException)) {
                refused = true;
                LOG.info(
                        "the brokers do not tell how full their disks are ({}): ingest.max-disk has no effect",
                        cause.getMessage());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fullest(Admin asked) throws ExecutionException, InterruptedException {
        List<Integer> brokers =
                asked.describeCluster().nodes().get().stream().map(Node::id).toList();
        asked.describeLogDirs(brokers).allDescriptions().get().values().stream()
                .flatMap(directories -> directories.values().stream())
                .filter(disk ->
                        disk.totalBytes().isPresent() && disk.usableBytes().isPresent())
                .max(Comparator.comparing(DiskWatch::used))
                .ifPresent(this::judge);
    }

    private static double used(LogDirDescription disk) {
        return 1
                - (double) disk.usableBytes().orElse(0)
                        / Math.max(1, disk.totalBytes().orElse(1));
    }

    private void judge(LogDirDescription disk) {
        boolean stops =
                limit.stops(disk.totalBytes().orElse(0), disk.usableBytes().orElse(0));
        String reason = String.format(
                Locale.ROOT,
                "polling has stopped: a broker's disk is %.0f %% full (ingest.max-disk); it goes on by itself when there"
                        + " is room",
                100 * used(disk));
        if (stops && full.isEmpty()) {
            LOG.warn(reason);
        } else if (!stops && !full.isEmpty()) {
            LOG.info("there is room on the disk again: polling goes on");
        }
        full = stops ? reason : "";
    }

    @Override
    public void close() {
        thread.shutdownNow();
        if (admin != null) {
            admin.close(java.time.Duration.ofSeconds(1));
        }
    }
}
