// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.prove;

import dev.racewire.app.audit.AuditResult;
import dev.racewire.app.audit.Auditor;
import dev.racewire.ingest.feedlist.FeedListPublisher;
import dev.racewire.processor.classify.Classifier;
import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.runtime.lifecycle.Lifecycle;
import dev.racewire.schemas.Topics;
import dev.racewire.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/**
 * One run: feeds publish, ingest reads, the processor counts, and one of them or the broker is killed every few seconds.
 * When all has been shown and the counts have come to rest, what is in Kafka is held against what was shown.
 */
public final class Proof {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration FIRST_COUNT = Duration.ofSeconds(90);
    private static final Duration RECOVERY = Duration.ofSeconds(5);
    private static final Duration CALM = Duration.ofSeconds(30);

    private final Plan plan;
    private final Path folder;
    private final Lifecycle lifecycle;
    private final Consumer<String> out;
    private final InstantSource clock = InstantSource.system();

    /**
     * What is to happen.
     *
     * @param seed decides the news, the victims and the pauses
     * @param kills how many kills
     * @param feeds how many feeds
     * @param perFeed articles of each feed
     * @param length how long they publish
     */
    public record Plan(long seed, int kills, int feeds, int perFeed, Duration length) {}

    /**
     * A run that has not begun.
     *
     * @param folder an empty folder for everything that it keeps
     * @param lifecycle ends the processes, whatever happens
     * @param out takes a line for each thing that happens
     */
    public Proof(Plan plan, Path folder, Lifecycle lifecycle, Consumer<String> out) {
        this.plan = plan;
        this.folder = folder;
        this.lifecycle = lifecycle;
        this.out = out;
    }

    /** Runs it; takes about a minute. */
    public Verdict run() throws Exception {
        CompletableFuture<Classifier> classifier =
                CompletableFuture.supplyAsync(() -> new Classifier(Taxonomy.bundled()));
        try (Simulator simulator = Simulator.start()) {
            Troupe troupe = new Troupe(folder, simulator.proxy());
            lifecycle.start(troupe);
            KafkaClients clients = patient(troupe);
            troupe.process(Role.BROKER).start();
            prepareTopics(clients);
            NewsPlan news = NewsPlan.of(plan.seed(), clock.instant(), plan.length(), plan.feeds(), plan.perFeed());
            news.stage(simulator);
            new FeedListPublisher(clients).replace(news.feeds());
            troupe.process(Role.INGEST).start();
            troupe.process(Role.PROCESSOR).start();
            out.accept("broker, ingest and processor are starting; " + plan.feeds() + " feeds publish "
                    + news.articles().size() + " articles");
            try (CountWatch counts = new CountWatch(clients)) {
                kill(troupe, counts, news);
                Expectation expected = Expectation.of(news.articles(), classifier.get());
                settle(troupe, counts, news, expected, clients);
                AuditResult audit = new Auditor(clients, clock).cells();
                return new Verdict(Reckoning.of(news.articles(), expected, Findings.in(clients)), audit);
            }
        }
    }

    /** The outcome of a run: our reckoning, and the audit's, which also knows stories. */
    public record Verdict(Reckoning reckoning, AuditResult audit) {

        /** Whether everything was counted exactly once. */
        public boolean exact() {
            return reckoning.exact() && audit.clean();
        }
    }

    /** A killed broker is away for seconds: clients should find it soon, and not give up before. */
    private static KafkaClients patient(Troupe troupe) {
        Map<String, String> patience = Map.of("reconnect.backoff.max.ms", "500");
        return new KafkaClients(troupe.bootstrapServers(), "", patience, Map.of(), Map.of(), Map.of());
    }

    private static void prepareTopics(KafkaClients clients) throws InterruptedException, ExecutionException {
        try (Admin admin = clients.admin()) {
            new TopicCreator(admin, clients.topicPrefix()).ensure(Topics.all());
        }
    }

    private void kill(Troupe troupe, CountWatch counts, NewsPlan news) throws IOException {
        awaitFirstCount(troupe, counts);
        news.open(clock.instant());
        out.accept("the first articles are counted; now the kills");
        int number = 0;
        for (KillPlan.Kill kill : KillPlan.of(plan.seed(), plan.kills())) {
            long counted = awaitWork(troupe, counts, kill.pause());
            RoleProcess victim = troupe.process(kill.victim());
            victim.kill();
            victim.start();
            number++;
            out.accept(String.format(
                    "kill -9  %-9s  %2d of %d   %,6d shown  %,6d counted",
                    kill.victim().command(), number, plan.kills(), news.shownBy(clock.instant()), counted));
        }
    }

    private void awaitFirstCount(Troupe troupe, CountWatch counts) throws IOException {
        Instant latest = clock.instant().plus(FIRST_COUNT);
        while (counts.articles(LOOK) == 0) {
            troupe.keepUp();
            if (clock.instant().isAfter(latest)) {
                throw new IOException("nothing was counted within " + FIRST_COUNT.toSeconds() + " s: see the logs in "
                        + folder + " (--keep leaves them there)");
            }
        }
    }

    /** A kill hits best in the middle of work; but who has not come back in time is killed all the same. */
    private long awaitWork(Troupe troupe, CountWatch counts, Duration pause) throws IOException {
        long before = counts.articles(Duration.ZERO);
        Instant latest = clock.instant().plus(RECOVERY);
        while (counts.articles(LOOK) == before && clock.instant().isBefore(latest)) {
            troupe.keepUp();
        }
        return watch(troupe, counts, pause);
    }

    private long watch(Troupe troupe, CountWatch counts, Duration time) throws IOException {
        Instant until = clock.instant().plus(time);
        long counted = counts.articles(Duration.ZERO);
        while (clock.instant().isBefore(until)) {
            counted = counts.articles(LOOK);
            troupe.keepUp();
        }
        return counted;
    }

    /**
     * Waits until all has been shown and counted, or nothing has moved for long. The number alone says too little: while
     * an edit that lowers it is still on its way, it may be right though as many articles are not counted yet.
     */
    private void settle(Troupe troupe, CountWatch counts, NewsPlan news, Expectation expected, KafkaClients clients)
            throws IOException, InterruptedException, ExecutionException {
        out.accept("no more kills; the counts come to rest");
        long last = -1;
        Instant moved = clock.instant();
        Instant now = moved;
        while (now.isBefore(news.end())
                || (now.isBefore(moved.plus(CALM))
                        && !(last == expected.inScope().size()
                                && Reckoning.of(news.articles(), expected, Findings.in(clients))
                                        .exact()))) {
            long counted = watch(troupe, counts, LOOK);
            now = clock.instant();
            if (counted != last || now.isBefore(news.end())) {
                last = counted;
                moved = now;
            }
        }
        watch(troupe, counts, Duration.ofSeconds(2));
    }
}
