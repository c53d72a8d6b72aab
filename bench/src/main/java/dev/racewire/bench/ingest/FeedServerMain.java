// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.ingest;

import dev.racewire.simulator.FeedSpec;
import dev.racewire.simulator.Simulator;
import dev.racewire.simulator.behaviour.Hostility;
import dev.racewire.simulator.news.SeededNews;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The publishers of a run in a process of their own: prints its port, then the number of requests when asked. Arguments:
 * those of the world; then, if wanted, how many feeds there are beside it of each {@link Hostility}.
 */
public final class FeedServerMain {

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
            addHostile(simulator, args.length > 2 ? Integer.parseInt(args[2]) : 0, now);
            System.out.println(simulator.port());
            for (String question = questions.readLine(); question != null; question = questions.readLine()) {
                System.out.println(simulator.requests().requests());
            }
        }
    }

    private static void addHostile(Simulator simulator, int ofEach, Instant now) {
        for (HostileFeeds.Feed feed : HostileFeeds.of(ofEach)) {
            String site = "https://" + feed.host();
            simulator
                    .add(FeedSpec.rss(feed.host(), "/feed"), new SeededNews(7, site, now, HostileFeeds.GAP, BACKLOG))
                    .behave(feed.hostility());
        }
    }
}
