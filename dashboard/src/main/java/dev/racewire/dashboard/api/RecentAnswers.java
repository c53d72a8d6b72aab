// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Answers that were just given. Hundreds of pages that hear of the same change ask the same question in the same moment:
 * one of them is worked out, and the others wait for it. An answer is given again while nothing changed, and where
 * something did for a quarter of a second, or for twenty times as long as it took, but never longer than a second: a
 * question that is quickly answered takes no more than a twentieth of a processor, however often it is asked.
 */
final class RecentAnswers {

    private static final int MOST = 128;

    /** Bytes beyond which an answer is not kept, so that all of them together stay small. */
    private static final int LARGE = 128 * 1024;

    private static final long SHORTEST_NANOS = 250_000_000;

    /** Shorter than a page waits after it has heard of a change, so that it never misses what it has heard of. */
    private static final long LONGEST_NANOS = 1_000_000_000;

    private static final long MINUTE_MILLIS = 60_000;

    private final LongSupplier version;
    private final LongSupplier millis;
    private final Map<Object, Given> answers = new ConcurrentHashMap<>();

    private static final int TIMES = 20;

    /**
     * An answer.
     *
     * @param until until when it is given again whatever changes
     */
    private record Given(Api.Body body, long version, long until, long minute) {}

    /**
     * No answers yet.
     *
     * @param version differs whenever the view differs
     * @param millis the time that spans end at, to the minute
     */
    RecentAnswers(LongSupplier version, LongSupplier millis) {
        this.version = version;
        this.millis = millis;
    }

    Api.Body get(Object question, Supplier<Api.Body> answer) {
        if (answers.size() > MOST) {
            answers.clear();
        }
        Given given = Objects.requireNonNull(
                answers.compute(question, (key, known) -> known != null && isFresh(known) ? known : give(answer)));
        if (given.body().bytes().remaining() > LARGE) {
            answers.remove(question, given);
        }
        return given.body();
    }

    private boolean isFresh(Given given) {
        return given.minute() == millis.getAsLong() / MINUTE_MILLIS
                && (given.version() == version.getAsLong() || System.nanoTime() - given.until() < 0);
    }

    private Given give(Supplier<Api.Body> answer) {
        long before = version.getAsLong();
        long begin = System.nanoTime();
        Api.Body body = answer.get();
        long end = System.nanoTime();
        long held = Math.min(LONGEST_NANOS, Math.max(SHORTEST_NANOS, TIMES * (end - begin)));
        return new Given(body, before, end + held, millis.getAsLong() / MINUTE_MILLIS);
    }
}
