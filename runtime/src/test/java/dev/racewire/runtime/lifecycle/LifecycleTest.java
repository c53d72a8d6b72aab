// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LifecycleTest {

    private final List<String> events = new ArrayList<>();

    @Test
    void stopsInTheReverseOrderOfStarting() throws Exception {
        try (Lifecycle lifecycle = new Lifecycle()) {
            lifecycle.start(new Recorded("broker"));
            lifecycle.start(new Recorded("ingest"));
            assertThat(lifecycle.readiness().keySet()).containsExactly("broker", "ingest");
        }

        assertThat(events).containsExactly("+broker", "+ingest", "-ingest", "-broker");
    }

    @Test
    void aServiceThatFailsToStartIsClosedToo() {
        Lifecycle lifecycle = new Lifecycle();

        assertThatThrownBy(() -> lifecycle.start(new Recorded("broken"))).hasMessage("broken");
        lifecycle.close();

        assertThat(events).containsExactly("+broken", "-broken");
    }

    @Test
    void aServiceThatFailsToStopDoesNotKeepTheOthersUp() throws Exception {
        Lifecycle lifecycle = new Lifecycle();
        lifecycle.start(new Recorded("broker"));
        lifecycle.start(new Recorded("stubborn"));

        lifecycle.close();

        assertThat(events).endsWith("-broker");
    }

    @Test
    void stopsOnceAndStartsNothingAfterwards() throws Exception {
        Lifecycle lifecycle = new Lifecycle();
        lifecycle.start(new Recorded("broker"));

        lifecycle.close();
        lifecycle.close();

        assertThat(events).containsExactly("+broker", "-broker");
        assertThatThrownBy(() -> lifecycle.start(new Recorded("late"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Timeout(20)
    void aSecondCallerWaitsForTheFirstWithoutHoldingItUp() throws Exception {
        Lifecycle lifecycle = new Lifecycle();
        Thread second = new Thread(lifecycle::close, "second");
        lifecycle.start(new Recorded("broker"));
        lifecycle.start(new Recorded("last") {
            @Override
            public void close() {
                second.start();
                await().until(() -> second.getState() == Thread.State.WAITING);
                super.close();
            }
        });

        lifecycle.close();
        second.join();

        assertThat(events).endsWith("-last", "-broker");
    }

    private class Recorded implements Service {

        private final String name;

        Recorded(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void start() throws Exception {
            events.add("+" + name);
            if (name.equals("broken")) {
                throw new Exception(name);
            }
        }

        @Override
        public Readiness readiness() {
            return Readiness.ready();
        }

        @Override
        public void close() {
            events.add("-" + name);
            if (name.equals("stubborn")) {
                throw new IllegalStateException(name);
            }
        }
    }
}
