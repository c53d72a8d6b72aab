// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.demo;

import dev.racewire.app.demo.narrate.Line;
import dev.racewire.app.demo.narrate.Narration;
import dev.racewire.app.demo.narrate.Narrator;
import dev.racewire.ingest.feedlist.FeedListPublisher;
import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.lifecycle.Readiness;
import dev.racewire.runtime.lifecycle.Service;
import dev.racewire.simulator.SimulatedFeed;
import dev.racewire.simulator.Simulator;
import dev.racewire.simulator.behaviour.Faults;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sample week as a world around the services: outlets that publish, one that fails for a while, a record that is
 * broken, and a narrator who tells what comes of it. The services do what they always do; they only reach the outlets
 * through a proxy.
 */
public final class Demo implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private static final String FAILING_HOST = "potomactech.example";
    private static final double FAILS_FROM = 0.36;
    private static final double FAILS_UNTIL = 0.52;
    private static final double BROKEN_AT = 0.62;
    private static final Duration QUIET = Duration.ofSeconds(5);

    /** Something that the demo does at its time. */
    private interface Act {
        void perform() throws InterruptedException, ExecutionException;
    }

    private final Consumer<Line> out;
    private final Duration length;
    private final InstantSource clock = InstantSource.system();
    private final List<ListedFeed> outlets = SampleOutlets.all();
    private final Narration narration = new Narration("/" + SampleWeek.OPENED + "-", clock);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Demo::thread);
    private @Nullable Simulator simulator;

    /**
     * A demo that is not started.
     *
     * @param out takes what there is to say
     * @param length how long the week takes
     */
    public Demo(Consumer<Line> out, Duration length) {
        this.out = out;
        this.length = length;
    }

    @Override
    public String name() {
        return "demo";
    }

    /** Opens the outlets' server, for its port is a setting of the services; nothing is published yet. */
    @Override
    public void start() throws IOException {
        simulator = Simulator.start(0, clock);
    }

    /** Settings with which the services find the outlets, and keep up with a week in two minutes. */
    public Map<String, String> settings() {
        return Map.of(
                "ingest.max-disk", "100",
                "ingest.proxy", simulator().proxy().toString(),
                "ingest.allow-private-addresses", "true",
                "ingest.min-interval", "2s",
                "ingest.max-interval", "3s",
                "ingest.start-spread", "500ms",
                "ingest.host-pause", "0s",
                "dashboard.sample", "SAMPLE",
                "dashboard.whole-first-polls", "true");
    }

    /** Puts the outlets on the list of feeds and begins the week: for a broker whose Kafka topics are there. */
    public void begin(KafkaClients clients) throws InterruptedException, ExecutionException {
        Replay replay = new Replay(clock.instant(), length);
        List<Placement> week = SampleWeek.of(outlets);
        Map<String, SimulatedFeed> feeds = replay.stage(outlets, week, simulator());
        failForAWhile(feeds, replay);
        new FeedListPublisher(clients).replace(outlets);
        at(replay.visible(BROKEN_AT), () -> {
            out.accept(new Line("demo", "puts a record on racewire-articles that is no article"));
            BrokenRecord.send(clients);
        });
        at(replay.visible(1), this::conclude);
    }

    /** Sums up when the counts have come to rest, which on a slow machine is later than the week's end. */
    private void conclude() {
        if (!narration.settled(QUIET)) {
            at(clock.instant().plus(QUIET), this::conclude);
            return;
        }
        out.accept(narration.summary());
        out.accept(new Line("demo", "the sample week is over; everything stays up until Ctrl-C"));
    }

    private void failForAWhile(Map<String, SimulatedFeed> feeds, Replay replay) {
        SimulatedFeed feed = Objects.requireNonNull(feeds.get("http://" + FAILING_HOST + "/feed"));
        feed.behave(Faults.between(replay.visible(FAILS_FROM), replay.visible(FAILS_UNTIL), clock, Faults.status(500)));
    }

    private void at(Instant when, Act act) {
        long wait = Duration.between(clock.instant(), when).toMillis();
        var unused = timer.schedule(() -> perform(act), wait, TimeUnit.MILLISECONDS); // perform() tells what fails
    }

    private static void perform(Act act) {
        try {
            act.perform();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException e) {
            LOG.warn("a part of the demo does not take place: {}", e.toString());
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "racewire-demo");
        thread.setDaemon(true);
        return thread;
    }

    /** How many outlets there are. */
    public int outlets() {
        return outlets.size();
    }

    /** Tells what happens; to be started when everything runs. */
    public Service narrator(KafkaClients clients) {
        return new Narrator(clients, narration, out);
    }

    private Simulator simulator() {
        return Objects.requireNonNull(simulator, "the demo is not started");
    }

    @Override
    public Readiness readiness() {
        return Readiness.ready();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        if (simulator != null) {
            simulator.close();
        }
    }
}
