// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.dashboard;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks at a fixed rate, whether earlier answers have come or not, and takes the time from when a question was due: a
 * server that stalls is not spared the questions that it kept waiting.
 */
public final class Load {

    private final List<String> bases;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, List<Long>> nanos = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();

    /** Asks servers in turn; their addresses end with a slash. */
    public Load(List<String> bases) {
        this.bases = bases;
    }

    /** Asks that many questions a second for so long, and waits for the last answer. */
    public void run(Questions questions, int rate, int seconds) throws InterruptedException {
        int count = rate * seconds;
        CountDownLatch open = new CountDownLatch(count);
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = begin + i * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            Questions.Question question = questions.next();
            URI address = URI.create(bases.get(i % bases.size()) + "api/v1/" + question.path());
            var unused = client.sendAsync(
                            HttpRequest.newBuilder(address)
                                    .timeout(Duration.ofSeconds(30))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .whenComplete((answer, failure) -> {
                        if (failure != null || answer.statusCode() != 200) {
                            failures.incrementAndGet();
                        }
                        nanos.computeIfAbsent(question.kind(), kind -> Collections.synchronizedList(new ArrayList<>()))
                                .add(System.nanoTime() - due);
                        open.countDown();
                    });
        }
        if (!open.await(60, TimeUnit.SECONDS)) {
            failures.addAndGet((int) open.getCount());
        }
    }

    /** Questions without an answer of 200. */
    public int failures() {
        return failures.get();
    }

    /** "p50 p99 worst" in milliseconds by kind of question. */
    Map<String, String> report() {
        Map<String, String> report = new TreeMap<>();
        nanos.forEach((kind, times) -> {
            List<Long> sorted = times.stream().sorted().toList();
            report.put(
                    kind,
                    "%6d asked  p50 %7.1f ms  p99 %7.1f ms  worst %7.1f ms"
                            .formatted(sorted.size(), at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1)));
        });
        return report;
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size())) / 1e6;
    }
}
