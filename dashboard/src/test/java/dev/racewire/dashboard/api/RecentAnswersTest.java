// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentAnswersTest {

    private final AtomicLong version = new AtomicLong();
    private final AtomicLong millis = new AtomicLong();
    private final AtomicInteger workedOut = new AtomicInteger();
    private final RecentAnswers answers = new RecentAnswers(version::get, millis::get);

    @Test
    void givesAnAnswerAgainWhileNothingChanged() {
        ask("a");
        ask("a");
        assertThat(workedOut).hasValue(1);
    }

    @Test
    void worksOutAnotherQuestion() {
        ask("a");
        ask("b");
        assertThat(workedOut).hasValue(2);
    }

    @Test
    void worksOutAnewInTheNextMinute() {
        ask("a");
        millis.addAndGet(60_000);
        ask("a");
        assertThat(workedOut).hasValue(2);
    }

    private void ask(String question) {
        answers.get(question, () -> {
            workedOut.incrementAndGet();
            return Body.of("text/plain", new byte[0]);
        });
    }
}
