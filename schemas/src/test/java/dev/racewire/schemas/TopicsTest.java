// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void namesHaveHyphensAndNoDots() {
        // With dots, Kafka 4.3 exposes every consumer-lag series twice (KIP-1109).
        assertThat(Topics.all()).allSatisfy(topic -> assertThat(topic.name()).matches("racewire-[a-z]+(-[a-z]+)*"));
    }

    @Test
    void aPrefixComesBeforeTheName() {
        assertThat(Topics.COUNTS.in("")).isEqualTo("racewire-counts");
        assertThat(Topics.COUNTS.in("desk-")).isEqualTo("desk-racewire-counts");
    }

    @Test
    void statesAndFeedsShareTheirPartitioning() {
        assertThat(Topics.FEED_STATES.partitions()).isEqualTo(Topics.FEEDS.partitions());
    }

    @Test
    void compactedTopicsRollSmallSegments() {
        assertThat(Topics.all())
                .filteredOn(KafkaTopic::compacted)
                .hasSize(6)
                .allSatisfy(topic -> assertThat(topic.settings())
                        .containsEntry("segment.ms", "21600000")
                        .containsEntry("max.compaction.lag.ms", "43200000"));
    }
}
