// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Feeds by the time when they are due, held back where their host is busy: so many requests at once, and a pause
 * between the starts of two. Owned by one thread.
 */
public final class PollQueue {

    private final int perHost;
    private final Duration pause;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
    private final PriorityQueue<Wake> wakes = new PriorityQueue<>(Comparator.comparing(Wake::at));
    private final Map<String, Due> current = new HashMap<>();
    private final Map<String, Host> hosts = new HashMap<>();
    private long number;

    private record Due(Instant at, long number, String url, String host) {}

    /** The moment at which a host whose feeds wait may be asked again. */
    private record Wake(Instant at, Host host) {}

    private static final class Host {
        private int busy;
        private Instant nextStart = Instant.MIN;
        private boolean wakes;
        private final Deque<Due> waiting = new ArrayDeque<>();
    }

    /**
     * An empty queue.
     *
     * @param perHost requests at once to one host
     * @param pause between the starts of two requests to one host
     */
    public PollQueue(int perHost, Duration pause) {
        this.perHost = perHost;
        this.pause = pause;
    }

    /** Puts a feed in, or moves it to another time. */
    public void put(String url, String host, Instant at) {
        Due entry = new Due(at, number++, url, host);
        current.put(url, entry);
        due.add(entry);
    }

    /** Takes a feed out; what the queues still hold of it is skipped from now on. */
    public void remove(String url) {
        current.remove(url);
    }

    /** The next feed that is due and may be polled now; its host counts as busy until {@link #release}. */
    public Optional<String> take(Instant now) {
        for (Wake wake = wakes.peek(); wake != null && !wake.at().isAfter(now); wake = wakes.peek()) {
            wakes.poll();
            wake.host().wakes = false;
            Due entry = firstWaiting(wake.host());
            if (entry != null && wake.host().busy < perHost) {
                wake.host().waiting.poll();
                return Optional.of(start(entry, wake.host(), now));
            }
        }
        for (Due entry = head(); entry != null && !entry.at().isAfter(now); entry = head()) {
            due.poll();
            Host host = hosts.computeIfAbsent(entry.host(), name -> new Host());
            if (host.busy < perHost && host.waiting.isEmpty() && !host.nextStart.isAfter(now)) {
                return Optional.of(start(entry, host, now));
            }
            host.waiting.add(entry);
            wakeWhenFree(host, now);
        }
        return Optional.empty();
    }

    private String start(Due entry, Host host, Instant now) {
        host.busy++;
        host.nextStart = now.plus(pause);
        current.remove(entry.url());
        wakeWhenFree(host, now);
        return entry.url();
    }

    /** A request to that host is over. */
    public void release(String name, Instant now) {
        Host host = hosts.get(name);
        if (host == null) {
            return;
        }
        host.busy--;
        wakeWhenFree(host, now);
        if (host.busy == 0 && host.waiting.isEmpty() && !host.nextStart.isAfter(now)) {
            hosts.remove(name);
        }
    }

    private void wakeWhenFree(Host host, Instant now) {
        if (!host.wakes && host.busy < perHost && firstWaiting(host) != null) {
            host.wakes = true;
            wakes.add(new Wake(host.nextStart.isAfter(now) ? host.nextStart : now, host));
        }
    }

    /** When {@link #take} may have something; empty when there is nothing in the queue. */
    public Optional<Instant> nextDue() {
        return Stream.of(
                        Optional.ofNullable(head()).map(Due::at),
                        Optional.ofNullable(wakes.peek()).map(Wake::at))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** Feeds that wait, for their time or for their host. */
    public int size() {
        return current.size();
    }

    private @Nullable Due head() {
        return firstAlive(due);
    }

    private @Nullable Due firstWaiting(Host host) {
        return firstAlive(host.waiting);
    }

    private @Nullable Due firstAlive(Queue<Due> queue) {
        Due entry = queue.peek();
        while (entry != null && !entry.equals(current.get(entry.url()))) {
            queue.poll();
            entry = queue.peek();
        }
        return entry;
    }
}
