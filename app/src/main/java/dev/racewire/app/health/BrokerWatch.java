// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.health;

import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.lifecycle.Readiness;
import dev.racewire.runtime.lifecycle.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the brokers every few seconds whether they are there. Kafka's clients try again in silence for as long as it
 * takes; this says once in the log that they do, and that it is over; a role that needs them is not ready meanwhile.
 */
public final class BrokerWatch implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);

    private final KafkaClients clients;
    private final boolean decides;
    private final Duration pace;
    private final Silence silence;
    private final InstantSource clock = InstantSource.system();
    private final CountDownLatch stop = new CountDownLatch(1);
    private @Nullable Thread thread;

    /**
     * One that asks every five seconds and minds a silence of 15.
     *
     * @param decides whether this process is not ready while no broker answers
     */
    public BrokerWatch(KafkaClients clients, boolean decides) {
        this(clients, decides, Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    BrokerWatch(KafkaClients clients, boolean decides, Duration pace, Duration patience) {
        this.clients = clients;
        this.decides = decides;
        this.pace = pace;
        this.silence = new Silence(patience);
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public void start() {
        Thread running = new Thread(this::run, "racewire-broker-watch");
        running.setDaemon(true);
        running.start();
        thread = running;
    }

    private void run() {
        try (Admin admin = clients.admin()) {
            while (!stop.await(pace.toMillis(), TimeUnit.MILLISECONDS)) {
                Instant asked = clock.instant();
                tell(silence.after(answers(admin), asked, clock.instant()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers(Admin admin) throws InterruptedException {
        int limit = (int) pace.toMillis();
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(limit))
                    .nodes()
                    .get();
            return true;
        } catch (ExecutionException | KafkaException e) {
            LOG.debug("no broker answers", e);
            return false;
        }
    }

    private void tell(Silence.News news) {
        switch (news) {
            case AWAY ->
                LOG.warn("no broker answers at {}: work waits and goes on by itself", clients.bootstrapServers());
            case BACK -> LOG.info("the brokers answer again");
            case NONE -> {}
        }
    }

    @Override
    public Readiness readiness() {
        return silence.awaySince()
                .filter(since -> decides)
                .map(since -> Readiness.starting("no broker answers at " + clients.bootstrapServers() + " since "
                        + since.truncatedTo(ChronoUnit.SECONDS)))
                .orElse(Readiness.ready());
    }

    @Override
    public void close() {
        stop.countDown();
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}
