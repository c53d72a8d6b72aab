// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import dev.racewire.bench.ingest.ItemAccount;
import dev.racewire.simulator.newswire.Standing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Shows news to processors, and outlets to ingest, on three brokers while all of them come and go, and holds the outcome
 * against all promises.
 */
final class ClusterRun implements AutoCloseable {

    /** In the order of a year: growth, a crash, a smaller night, an upgrade, crashes again. */
    static final List<ClusterFault> FAULTS = List.of(
            ClusterFault.PROCESSOR_ADDED,
            ClusterFault.INGEST_ADDED,
            ClusterFault.BROKER_KILLED,
            ClusterFault.PROCESSOR_LEAVES,
            ClusterFault.INGEST_LEAVES,
            ClusterFault.BROKERS_ROLLED,
            ClusterFault.PROCESSOR_ADDED,
            ClusterFault.INGEST_ADDED,
            ClusterFault.PROCESSOR_KILLED,
            ClusterFault.INGEST_KILLED,
            ClusterFault.BROKER_KILLED,
            ClusterFault.PROCESSOR_ADDED,
            ClusterFault.INGEST_ADDED,
            ClusterFault.BROKERS_ROLLED);

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration AWAY = Duration.ofSeconds(5);
    private static final Duration LEFT_OVER = Duration.ofMillis(150);

    private final ThreeBrokers brokers;
    private final Path folder;
    private final int articles;
    private final Consumer<String> tell;
    private final Scene scene;
    private final IngestSide ingest;
    private final SplittableRandom random;
    private final Deque<Instance> working = new ArrayDeque<>();
    private final List<Instance> all = new ArrayList<>();
    private final List<Long> recoveries = new ArrayList<>();

    ClusterRun(ThreeBrokers brokers, Path folder, long seed, int articles, Consumer<String> tell) throws Exception {
        this.brokers = brokers;
        this.folder = folder;
        this.articles = articles;
        this.tell = tell;
        random = new SplittableRandom(seed);
        scene = new Scene(brokers.clients(), seed);
        ingest = new IngestSide(brokers.clients(), folder, seed);
    }

    FaultReport run() throws IOException, InterruptedException, ExecutionException {
        add();
        ingest.add();
        for (int number = 1; number <= FAULTS.size(); number++) {
            ClusterFault fault = FAULTS.get(number - 1);
            scene.publisher().showUpTo(share(2 * number - 1));
            scene.awaitCounts(PATIENCE);
            scene.publisher().showUpTo(share(2 * number));
            long struck = System.nanoTime();
            strike(fault);
            scene.readOn(LEFT_OVER); // What was committed before is no sign of life.
            scene.publisher().showUpTo(share(2 * number) + 1);
            scene.awaitCounts(PATIENCE);
            long took = Duration.ofNanos(System.nanoTime() - struck).toMillis();
            recoveries.add(took);
            tell.accept(String.format("%d of %d: %s, counting again after %,d ms", number, FAULTS.size(), fault, took));
        }
        scene.publisher().showUpTo(articles);
        brokers.awaitInSync();
        return report(scene.settle());
    }

    /** What became of the items that ingest read meanwhile. */
    ItemAccount items() throws Exception {
        return ingest.settle();
    }

    /** Articles up to that half of a fault's share. */
    private int share(int halves) {
        return (int) ((long) (articles - 1) * halves / (2L * FAULTS.size()));
    }

    private void strike(ClusterFault fault) throws IOException, InterruptedException, ExecutionException {
        switch (fault) {
            case BROKER_KILLED -> {
                int broker = random.nextInt(ThreeBrokers.COUNT);
                brokers.kill(broker);
                scene.readOn(AWAY);
                brokers.start(broker);
            }
            case BROKERS_ROLLED -> brokers.roll();
            case PROCESSOR_ADDED -> add();
            case PROCESSOR_KILLED -> working.removeFirst().kill();
            case PROCESSOR_LEAVES -> working.removeFirst().stop();
            case INGEST_ADDED -> ingest.add();
            case INGEST_KILLED -> ingest.kill();
            case INGEST_LEAVES -> ingest.leave();
        }
    }

    private void add() throws IOException {
        Instance instance = new Instance(brokers.clients(), folder.resolve("processor-" + all.size()), List.of());
        all.add(instance);
        working.addLast(instance);
        instance.start();
    }

    private FaultReport report(Map<String, List<String>> breaches) {
        WirePublisher publisher = scene.publisher();
        return new FaultReport(
                publisher.shown(),
                publisher.ledger().size(),
                publisher.ledger().standings().stream()
                        .filter(Standing::inCells)
                        .count(),
                publisher.ledger().cells().size(),
                publisher.poison().size(),
                recoveries,
                breaches);
    }

    @Override
    public void close() {
        all.forEach(Instance::close);
        ingest.close();
        scene.close();
    }
}
