// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.schemas.Canary;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.test.TestRecord;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Heartbeats go through every step, once a minute, and nothing else moves. */
class HeartbeatTest {

    private final NewsRoom room = new NewsRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void passesEveryStepOnceAMinute() {
        room.passTime(Duration.ofSeconds(5));
        List<TestRecord<String, Canary>> first = room.canaries();
        assertThat(first).hasSize(1);
        Canary canary = first.get(0).value();
        assertThat(first.get(0).key()).isEqualTo("0");
        assertThat(canary.getStages()).containsOnlyKeys(Names.CLASSIFY, Names.CLUSTER, Names.COUNT);
        assertThat(first.get(0).timestamp()).isEqualTo(canary.getSent().toEpochMilli());

        room.passTime(Duration.ofSeconds(50));
        assertThat(room.canaries()).isEmpty();
        room.passTime(Duration.ofSeconds(10));
        assertThat(room.canaries())
                .extracting(record -> record.value().getSequence())
                .containsExactly(1L);
    }

    /** A heartbeat vouches for a step only when both are of one subtopology, which is one task for each partition. */
    @ParameterizedTest
    @CsvSource({
        "classify, heartbeat-from-classify",
        "cluster, heartbeat-through-cluster",
        "count, heartbeat-through-count"
    })
    void sharesTheTasksOfTheNews(String step, String heartbeat) {
        assertThat(room.topology.describe().subtopologies().stream()
                        .map(each -> each.nodes().stream()
                                .map(TopologyDescription.Node::name)
                                .toList())
                        .filter(names -> names.contains(step) || names.contains(heartbeat)))
                .singleElement(InstanceOfAssertFactories.list(String.class))
                .contains(step, heartbeat);
    }

    @Test
    void reachesNeitherNewsNorCountsNorStores() {
        for (int minute = 0; minute < 10; minute++) {
            room.passTime(Duration.ofMinutes(1));
        }
        assertThat(room.canaries()).hasSize(10);
        assertThat(room.articles()).isEmpty();
        assertThat(room.counts()).isEmpty();
        assertThat(room.coverage()).isEmpty();
        assertThat(room.heard).isEmpty();
        assertThat(room.keysOfAllStores()).isEmpty();
    }
}
