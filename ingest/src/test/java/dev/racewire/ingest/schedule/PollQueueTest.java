// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PollQueueTest {

    private static final Instant START = Instant.parse("2026-03-04T12:00:00Z");

    private final PollQueue queue = new PollQueue(2, Duration.ofSeconds(1));

    private static Instant at(double seconds) {
        return START.plusMillis((long) (seconds * 1000));
    }

    private List<String> takeAll(double now) {
        List<String> taken = new ArrayList<>();
        for (Optional<String> url = queue.take(at(now)); url.isPresent(); url = queue.take(at(now))) {
            taken.add(url.get());
        }
        return taken;
    }

    @Test
    void givesFeedsInTheOrderOfTheirTimes() {
        queue.put("late", "a", at(5));
        queue.put("early", "b", at(1));
        assertThat(queue.take(at(0))).isEmpty();
        assertThat(queue.nextDue()).contains(at(1));
        assertThat(takeAll(2)).containsExactly("early");
        assertThat(takeAll(6)).containsExactly("late");
        assertThat(queue.nextDue()).isEmpty();
    }

    @Test
    void pausesBetweenTwoRequestsToAHost() {
        queue.put("a1", "a", at(0));
        queue.put("a2", "a", at(0));
        queue.put("b1", "b", at(0));
        assertThat(takeAll(0)).containsExactly("a1", "b1");
        assertThat(queue.nextDue()).contains(at(1));
        assertThat(takeAll(0.9)).isEmpty();
        assertThat(takeAll(1)).containsExactly("a2");
    }

    @Test
    void asksAHostTwiceAtOnceAtMost() {
        for (int i = 0; i < 4; i++) {
            queue.put("a" + i, "a", at(0));
        }
        assertThat(takeAll(0)).containsExactly("a0");
        assertThat(takeAll(1)).containsExactly("a1");
        assertThat(takeAll(60)).isEmpty();
        assertThat(queue.nextDue()).isEmpty();
        queue.release("a", at(61));
        assertThat(takeAll(61)).containsExactly("a2");
        queue.release("a", at(61.5));
        assertThat(takeAll(61.5)).isEmpty();
        assertThat(takeAll(62)).containsExactly("a3");
    }

    @Test
    void holdsNobodyUpBehindAFeedThatWasRemoved() {
        for (int i = 0; i < 4; i++) {
            queue.put("a" + i, "a", at(0));
        }
        assertThat(takeAll(0)).containsExactly("a0");
        queue.remove("a1");
        queue.remove("a2");
        assertThat(takeAll(1)).containsExactly("a3");
    }

    @Test
    void movesAFeedToAnotherTime() {
        queue.put("a", "a", at(0));
        queue.put("a", "a", at(9));
        assertThat(queue.size()).isEqualTo(1);
        assertThat(takeAll(8)).isEmpty();
        assertThat(takeAll(9)).containsExactly("a");
        assertThat(queue.size()).isZero();
    }

    @Test
    void servesFourteenThousandFeedsOfOneHostOneByOne() {
        for (int i = 0; i < 14_000; i++) {
            queue.put("a" + i, "a", at(0));
        }
        for (int second = 0; second < 14_000; second++) {
            assertThat(takeAll(second)).hasSize(1);
            queue.release("a", at(second));
        }
        assertThat(queue.size()).isZero();
    }
}
