// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.status;

import dev.racewire.app.health.Heartbeats;
import dev.racewire.ingest.assign.FeedGroup;
import dev.racewire.ingest.feedlist.FeedListPublisher;
import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/** Looks at a running system from outside, through Kafka alone, and judges what it finds. */
public final class StatusReader {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final KafkaClients clients;
    private final String processorGroup;
    private final InstantSource clock;

    /**
     * A reader that has not looked yet.
     *
     * @param processorGroup consumer group of the processor
     */
    public StatusReader(KafkaClients clients, String processorGroup, InstantSource clock) {
        this.clients = clients;
        this.processorGroup = processorGroup;
        this.clock = clock;
    }

    /** The checks, the most telling first. */
    public List<Check> read() throws InterruptedException, ExecutionException {
        try (Admin admin = clients.admin()) {
            return Verdict.of(findings(admin, clock.instant()));
        }
    }

    private Findings findings(Admin admin, Instant now) throws InterruptedException, ExecutionException {
        ClusterState cluster = new ClusterState(admin, clients.topicPrefix());
        RecentRecords records = new RecentRecords(clients, admin);
        Heartbeats heartbeats =
                new Heartbeats(cluster.partitions(Topics.ARTICLES).size());
        List<Duration> journeys = records.heartbeats(heartbeats, cluster.partitions(Topics.CANARIES), now.minus(HOUR));
        return new Findings(
                clock.instant(),
                cluster.brokers(),
                cluster.newest(Topics.ARTICLES),
                cluster.groups(FeedGroup.name(clients.topicPrefix()), processorGroup),
                records.feeds(polled(), cluster.partitions(Topics.FEED_STATES)),
                heartbeats,
                journeys,
                records.gaps(cluster.partitions(Topics.GAPS), now.minus(DAY)),
                records.count(cluster.partitions(Topics.DEAD_LETTERS), now.minus(DAY)),
                cluster.disks());
    }

    private Set<String> polled() throws InterruptedException, ExecutionException {
        return new FeedListPublisher(clients)
                .current().values().stream()
                        .filter(ListedFeed::enabled)
                        .map(ListedFeed::url)
                        .collect(Collectors.toSet());
    }
}
