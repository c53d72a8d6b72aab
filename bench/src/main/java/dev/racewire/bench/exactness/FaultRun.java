// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.simulator.newswire.Standing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Shows news to processors, strikes them again and again in the midst of it, and holds the outcome against all promises. */
final class FaultRun implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LEFT_OVER = Duration.ofMillis(150);
    private static final int LONGEST_PAUSE_MILLIS = 1_200;

    private final FaultPlan plan;
    private final Scene scene;
    private final Consumer<String> tell;
    private final SplittableRandom random;
    private final List<Instance> instances = new ArrayList<>();
    private final List<Long> recoveries = new ArrayList<>();

    FaultRun(FaultPlan plan, KafkaClients clients, Path folder, Consumer<String> tell)
            throws IOException, InterruptedException, ExecutionException {
        this.plan = plan;
        this.tell = tell;
        random = new SplittableRandom(plan.seed());
        scene = new Scene(clients, plan.seed());
        String session =
                "--streams.main.consumer.session.timeout.ms=" + plan.session().toMillis();
        String heartbeat = "--streams.main.consumer.heartbeat.interval.ms="
                + plan.session().toMillis() / 3;
        for (int i = 0; i < plan.instances(); i++) {
            Path home = folder.resolve("instance-" + i);
            instances.add(new Instance(clients, home, List.of(session, heartbeat)));
        }
    }

    FaultReport run() throws IOException, InterruptedException, ExecutionException {
        instances.get(0).start();
        long struck = 0;
        List<Fault> faults = Fault.mix(plan.faults(), plan.instances(), random);
        for (int number = 1; number <= faults.size(); number++) {
            scene.publisher().showUpTo(share(2 * number - 1));
            scene.awaitCounts(PATIENCE);
            if (struck > 0 && plan.instances() == 1) {
                recoveries.add(Duration.ofNanos(System.nanoTime() - struck).toMillis());
            }
            startAll();
            scene.publisher().showUpTo(share(2 * number));
            scene.readOn(Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS)));
            struck = System.nanoTime();
            strike(number, faults.get(number - 1));
        }
        startAll();
        return report(end());
    }

    /** Articles up to that half of a fault's share. */
    private int share(int halves) {
        return (int) ((long) plan.articles() * halves / (2L * plan.faults()));
    }

    private void startAll() throws IOException {
        for (Instance instance : instances) {
            instance.start();
        }
    }

    private void strike(int number, Fault fault) throws IOException, InterruptedException {
        int index = random.nextInt(instances.size());
        Instance victim = instances.get(index);
        tell.accept(number + " of " + plan.faults() + ": " + fault + " of instance " + index);
        switch (fault) {
            case KILL -> {
                victim.kill();
                victim.start();
                // What was committed before is no sign of life.
                scene.readOn(LEFT_OVER);
            }
            case LEAVE -> victim.stop();
            case FREEZE -> victim.freeze(2 * plan.session().toMillis());
        }
    }

    /** Waits for the end, and looks again when all have left in order: nothing may move then. */
    private Map<String, List<String>> end() throws IOException, InterruptedException {
        Map<String, List<String>> breaches = scene.settle();
        for (Instance instance : instances) {
            instance.stop();
        }
        scene.readOn(Duration.ofSeconds(1));
        return breaches.isEmpty() ? scene.breaches() : breaches;
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
        instances.forEach(Instance::close);
        scene.close();
    }
}
