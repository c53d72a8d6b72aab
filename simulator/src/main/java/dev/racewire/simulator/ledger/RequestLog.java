// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How each host was treated by its clients. */
public final class RequestLog {

    /**
     * A host's traffic so far.
     *
     * @param requests requests in all
     * @param busiestHour most requests within one hour, counted from the start
     * @param mostAtOnce most requests under way at the same time
     * @param shortestPause shortest time between the beginnings of two requests; an hour when there were fewer
     */
    public record Traffic(int requests, int busiestHour, int mostAtOnce, Duration shortestPause) {}

    private static final class Host {
        private int[] perHour = new int[1];
        private int atOnce;
        private int mostAtOnce;
        private long last = Long.MIN_VALUE;
        private long shortestPause = Duration.ofHours(1).toMillis();

        synchronized void began(long now, int hour) {
            perHour = hour < perHour.length ? perHour : Arrays.copyOf(perHour, hour + 1);
            perHour[hour]++;
            mostAtOnce = Math.max(mostAtOnce, ++atOnce);
            if (last != Long.MIN_VALUE) {
                shortestPause = Math.min(shortestPause, Math.max(0, now - last));
            }
            last = now;
        }

        synchronized void ended() {
            atOnce--;
        }

        synchronized Traffic traffic() {
            return new Traffic(
                    Arrays.stream(perHour).sum(),
                    Arrays.stream(perHour).max().orElse(0),
                    mostAtOnce,
                    Duration.ofMillis(shortestPause));
        }
    }

    private final Map<String, Host> hosts = new ConcurrentHashMap<>();
    private final long begin;

    public RequestLog(Instant begin) {
        this.begin = begin.toEpochMilli();
    }

    /** A request to that host came in. */
    public void began(String host, Instant when) {
        long now = when.toEpochMilli();
        int hour = (int) Math.max(0, (now - begin) / Duration.ofHours(1).toMillis());
        hosts.computeIfAbsent(host, name -> new Host()).began(now, hour);
    }

    /** Its answer was written, or could not be. */
    public void ended(String host) {
        hosts.computeIfAbsent(host, name -> new Host()).ended();
    }

    /** Each host's traffic. */
    public Map<String, Traffic> byHost() {
        Map<String, Traffic> traffic = new TreeMap<>();
        hosts.forEach((name, host) -> traffic.put(name, host.traffic()));
        return traffic;
    }

    /** Requests to all hosts. */
    public long requests() {
        return hosts.values().stream()
                .mapToLong(host -> host.traffic().requests())
                .sum();
    }
}
