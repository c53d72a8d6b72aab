// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.lifecycle;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts services in order and stops them in the reverse order, once, whoever asks first: a signal or the program. */
public final class Lifecycle implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final Deque<Service> started = new ArrayDeque<>();
    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean closed;

    /** Starts the service; from now on it is stopped before all that were started earlier. */
    public void start(Service service) throws Exception {
        synchronized (started) {
            if (closed) {
                throw new IllegalStateException("stopping: " + service.name() + " is not started");
            }
            started.push(service);
        }
        service.start();
        LOG.debug("{} started", service.name());
    }

    /** Lets SIGTERM and SIGINT stop everything in order before the process ends. */
    public void stopOnSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "racewire-stop"));
    }

    /** Asks for the stop without waiting for it. */
    public void requestStop() {
        stopRequested.countDown();
    }

    /** Waits until somebody asks for the stop. */
    public void awaitStopRequest() throws InterruptedException {
        stopRequested.await();
    }

    /** Waits so long for somebody to ask for the stop; whether somebody did. */
    public boolean awaitStopRequest(Duration patience) throws InterruptedException {
        return stopRequested.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Each service's state by its name, in the order of starting. */
    public Map<String, Readiness> readiness() {
        List<Service> services;
        synchronized (started) {
            services = new ArrayList<>(started);
        }
        Map<String, Readiness> states = new LinkedHashMap<>();
        for (int i = services.size() - 1; i >= 0; i--) {
            states.put(services.get(i).name(), services.get(i).readiness());
        }
        return states;
    }

    /** Stops all services; the second caller waits for the first. */
    @Override
    public void close() {
        if (!first()) {
            awaitQuietly();
            return;
        }
        requestStop();
        try {
            for (Service service = next(); service != null; service = next()) {
                stop(service);
            }
        } finally {
            stopped.countDown();
        }
    }

    /** Whether the stop has begun. */
    public boolean isStopping() {
        synchronized (started) {
            return closed;
        }
    }

    private boolean first() {
        synchronized (started) {
            boolean first = !closed;
            closed = true;
            return first;
        }
    }

    private @Nullable Service next() {
        synchronized (started) {
            return started.poll();
        }
    }

    private static void stop(Service service) {
        long begin = System.nanoTime();
        try {
            service.close();
            LOG.debug("{} stopped in {} ms", service.name(), (System.nanoTime() - begin) / 1_000_000);
        } catch (RuntimeException e) {
            LOG.warn("{} did not stop cleanly: {}", service.name(), e.toString(), e);
        }
    }

    private void awaitQuietly() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
