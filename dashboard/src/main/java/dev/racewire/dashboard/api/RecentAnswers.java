// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers that were just given. Hundreds of pages that hear of the same change ask the same question in the same moment:
 * one of them is worked out, and the others wait for it, while other questions go on. An answer is given again while
 * nothing changed, and where something did for a quarter of a second, or for twenty times as long as it took, but never
 * longer than a second: a question that is quickly answered takes no more than a twentieth of a processor, however often
 * it is asked.
 */
final class RecentAnswers {

    private static final int MOST = 256;

    /** All kept answers together; the compressed forms add a tenth. */
    private static final long MOST_BYTES = 32L << 20;

    private static final long SHORTEST_NANOS = 250_000_000;

    /** Shorter than a page waits after it has heard of a change, so that it never misses what it has heard of. */
    private static final long LONGEST_NANOS = 1_000_000_000;

    private static final int TIMES = 20;
    private static final long MINUTE_MILLIS = 60_000;

    private final LongSupplier version;
    private final LongSupplier millis;

    /** In the order in which they were last asked; changed only with its lock held, which nobody holds for long. */
    private final Map<Object, Question> questions = new LinkedHashMap<>(16, 0.75f, true);

    private long bytes;

    /**
     * An answer.
     *
     * @param until until when it is given again whatever changes
     */
    private record Given(Body body, long version, long until, long minute) {}

    /** A question, with its last answer; its lock is held by who works the answer out. */
    private static final class Question {
        private @Nullable Given given;
        /** Belongs to the lock of all questions. */
        private int size;
    }

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

    Body get(Object asked, Supplier<Body> answer) {
        Question question;
        synchronized (questions) {
            question = questions.computeIfAbsent(asked, key -> new Question());
        }
        synchronized (question) {
            Given known = question.given;
            if (known != null && isFresh(known)) {
                return known.body();
            }
            Given fresh = give(answer);
            question.given = fresh;
            keep(asked, question, fresh.body().bytes().remaining());
            return fresh.body();
        }
    }

    /** Forgets what was not asked for longest, so that all answers together stay small. */
    private void keep(Object asked, Question question, int size) {
        synchronized (questions) {
            if (questions.get(asked) != question) {
                return; // forgotten in the meantime
            }
            bytes += size - question.size;
            question.size = size;
            Iterator<Question> oldest = questions.values().iterator();
            while (questions.size() > MOST || bytes > MOST_BYTES) {
                bytes -= oldest.next().size;
                oldest.remove();
            }
        }
    }

    private boolean isFresh(Given given) {
        return given.minute() == millis.getAsLong() / MINUTE_MILLIS
                && (given.version() == version.getAsLong() || System.nanoTime() - given.until() < 0);
    }

    private Given give(Supplier<Body> answer) {
        long before = version.getAsLong();
        long begin = System.nanoTime();
        Body body = answer.get();
        long end = System.nanoTime();
        long held = Math.min(LONGEST_NANOS, Math.max(SHORTEST_NANOS, TIMES * (end - begin)));
        return new Given(body, before, end + held, millis.getAsLong() / MINUTE_MILLIS);
    }
}
