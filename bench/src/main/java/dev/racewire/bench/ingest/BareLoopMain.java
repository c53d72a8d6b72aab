// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.ingest;

import dev.racewire.ingest.fetch.FetchLimits;
import dev.racewire.ingest.fetch.FetchOutcome;
import dev.racewire.ingest.fetch.FetchOutcome.Fetched;
import dev.racewire.ingest.fetch.FetchRequest;
import dev.racewire.ingest.fetch.HttpClientSettings;
import dev.racewire.ingest.fetch.HttpFetcher;
import dev.racewire.ingest.fetch.Secrets;
import dev.racewire.ingest.parse.FeedParser;
import dev.racewire.ingest.state.Validators;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The bare loop: the same client over the same feeds, and nothing else; or, with the word {@code parse}, each whole
 * answer parsed too. It prints polls and processor seconds of its best-effort run.
 */
final class BareLoopMain {

    private static final int THREADS = 64;

    private BareLoopMain() {}

    public static void main(String[] args) throws Exception {
        World world = World.of(args);
        boolean parse = args[3].equals("parse");
        Duration time = Duration.ofSeconds(Long.parseLong(args[4]));
        HttpClientSettings settings =
                new HttpClientSettings("bench", THREADS, 2, true, URI.create("http://127.0.0.1:" + args[2]));
        FeedParser parser = new FeedParser(InstantSource.system());
        AtomicReferenceArray<Validators> known = new AtomicReferenceArray<>(world.feeds());
        AtomicInteger polls = new AtomicInteger();
        AtomicInteger next = new AtomicInteger();
        try (HttpFetcher fetcher = new HttpFetcher(
                settings, FetchLimits.of(Duration.ofSeconds(30), 10_000_000), Secrets.none(), InstantSource.system())) {
            Runnable one = () -> {
                int feed = Math.floorMod(next.getAndIncrement(), world.feeds());
                Validators before = known.get(feed);
                FetchOutcome outcome =
                        fetcher.fetch(new FetchRequest(world.url(feed), before == null ? Validators.NONE : before));
                if (outcome instanceof Fetched answer) {
                    known.set(feed, answer.validators());
                    if (parse) {
                        parser.parse(answer.body().bytes(), answer.contentType(), answer.address());
                    }
                }
                if (outcome instanceof FetchOutcome.Failed failed) {
                    throw new IllegalStateException("the bare loop fails: " + failed);
                }
                polls.incrementAndGet();
            };
            run(one, () -> polls.get() < world.feeds());
            int before = polls.get();
            long cpu = cpu();
            long began = System.nanoTime();
            run(one, () -> System.nanoTime() - began < time.toNanos());
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf("%d %.3f %.3f%n", polls.get() - before, seconds, (cpu() - cpu) / 1e9);
        }
        System.exit(0);
    }

    private static void run(Runnable one, java.util.function.BooleanSupplier on) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (int i = 0; i < THREADS; i++) {
            threads.execute(() -> {
                while (on.getAsBoolean()) {
                    one.run();
                }
            });
        }
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.HOURS);
    }

    private static long cpu() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }
}
