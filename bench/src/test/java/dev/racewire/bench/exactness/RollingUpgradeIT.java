// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Instances are replaced under load, one after the other, by others with more threads and standby replicas; then one is
 * lost for good, and the other goes on from its standbys.
 */
class RollingUpgradeIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PARTITIONS = 8;
    private static final Pattern RESTORED = Pattern.compile("restored ([0-9]+) records of verdicts");
    private static final List<String> OLD = List.of(
            "--streams.main.consumer.session.timeout.ms=3000", "--streams.main.consumer.heartbeat.interval.ms=1000");
    private static final List<String> NEW = Stream.concat(
                    OLD.stream(), Stream.of("--processor.threads=2", "--processor.standby-replicas=1"))
            .toList();

    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    private final long seed = Seed.ofThisRun();

    @TempDir
    private Path folder;

    @Test
    void staysExactWhileInstancesAreReplacedAndAStandbyTakesOver() throws Exception {
        try (Scene scene = new Scene(BROKER.clients(""), seed);
                Instance one = instance(scene, "one", OLD);
                Instance other = instance(scene, "other", OLD);
                Instance newOne = instance(scene, "one", NEW);
                Instance newOther = instance(scene, "other", NEW)) {
            one.start();
            other.start();
            showAndAwait(scene, 1_500);
            replace(one, newOne, scene, 3_000);
            replace(other, newOther, scene, 4_500);
            assertThat(scene.settle()).as("seed " + seed).isEmpty();

            Awaitility.await("seed " + seed)
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(storesOfVerdicts(newOther)).isEqualTo(PARTITIONS));
            scene.readOn(Duration.ofSeconds(2));
            long before = restored(newOther);
            newOne.kill();
            scene.publisher().showUpTo(6_000);

            assertThat(scene.settle()).as("seed " + seed).isEmpty();
            assertThat(restored(newOther) - before)
                    .as("verdicts read back from Kafka")
                    .isLessThan(1_000);
        }
    }

    private Instance instance(Scene scene, String name, List<String> flags) throws IOException {
        return new Instance(scene.clients(), folder.resolve(name), flags);
    }

    private static void replace(Instance before, Instance after, Scene scene, int articles) throws Exception {
        before.stop();
        scene.publisher().showUpTo(articles - 700);
        after.start();
        showAndAwait(scene, articles);
    }

    private static void showAndAwait(Scene scene, int articles) throws Exception {
        scene.publisher().showUpTo(articles);
        scene.awaitCounts(PATIENCE);
    }

    private static long storesOfVerdicts(Instance instance) throws IOException {
        try (Stream<Path> entries = Files.walk(instance.state())) {
            return entries.filter(entry -> entry.endsWith("rocksdb/verdicts")).count();
        }
    }

    /** How many verdicts it has read back before it worked on them, by its log. */
    private static long restored(Instance instance) throws IOException {
        Matcher lines = RESTORED.matcher(Files.readString(instance.log()));
        return lines.results().mapToLong(line -> Long.parseLong(line.group(1))).sum();
    }
}
