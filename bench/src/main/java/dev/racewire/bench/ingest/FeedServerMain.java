// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.ingest;

import dev.racewire.simulator.FeedSpec;
import dev.racewire.simulator.Simulator;
import dev.racewire.simulator.news.SeededNews;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The publishers of a run in a process of their own: prints its port, then the number of requests when asked. */
final class FeedServerMain {

    private static final int BACKLOG = 20;

    private FeedServerMain() {}

    public static void main(String[] args) throws Exception {
        World world = World.of(args);
        try (Simulator simulator = Simulator.start();
                BufferedReader questions =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            Instant now = Instant.now();
            for (int i = 0; i < world.feeds(); i++) {
                String site = "https://" + world.host(i);
                simulator.add(
                        FeedSpec.rss(world.host(i), "/feed"), new SeededNews(7, site, now, world.gap(i), BACKLOG));
            }
            System.out.println(simulator.port());
            for (String question = questions.readLine(); question != null; question = questions.readLine()) {
                System.out.println(simulator.requests().requests());
            }
        }
    }
}
