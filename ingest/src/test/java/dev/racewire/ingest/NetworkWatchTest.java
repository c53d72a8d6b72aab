// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import static dev.racewire.ingest.state.States.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.ingest.fetch.FailureReason;
import dev.racewire.ingest.fetch.FetchOutcome;
import org.junit.jupiter.api.Test;

class NetworkWatchTest {

    private static final FetchOutcome NO_NAME = new FetchOutcome.Failed(FailureReason.UNKNOWN_HOST, "x");
    private static final FetchOutcome REFUSED = new FetchOutcome.Failed(FailureReason.CONNECTION_REFUSED, "x");
    private static final FetchOutcome ANSWER = new FetchOutcome.NotModified(null, null);

    private final NetworkWatch network = new NetworkWatch();

    @Test
    void blamesNoFeedWhileNobodyAnswers() {
        assertThat(network.counts(NO_NAME, NOON, NOON.plusSeconds(1))).isFalse();
        assertThat(network.counts(NO_NAME, NOON, NOON.plusSeconds(2))).isFalse();
        assertThat(network.down()).isTrue();
    }

    @Test
    void blamesAFeedWhenOthersAnswerMeanwhile() {
        assertThat(network.counts(ANSWER, NOON, NOON.plusSeconds(1))).isTrue();
        assertThat(network.counts(NO_NAME, NOON, NOON.plusSeconds(2))).isTrue();
        assertThat(network.down()).isFalse();
    }

    @Test
    void noticesThatTheNetworkWentAndCame() {
        assertThat(network.counts(ANSWER, NOON, NOON.plusSeconds(1))).isTrue();
        assertThat(network.counts(NO_NAME, NOON.plusSeconds(5), NOON.plusSeconds(6)))
                .isFalse();
        assertThat(network.counts(ANSWER, NOON.plusSeconds(7), NOON.plusSeconds(8)))
                .isTrue();
        assertThat(network.down()).isFalse();
    }

    @Test
    void takesARefusalForASignOfLife() {
        assertThat(network.counts(REFUSED, NOON, NOON)).isTrue();
        assertThat(network.down()).isFalse();
    }
}
