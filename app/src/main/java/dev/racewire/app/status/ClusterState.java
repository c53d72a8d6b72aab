// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.status;

import dev.racewire.app.status.Findings.Brokers;
import dev.racewire.app.status.Findings.Disk;
import dev.racewire.app.status.Findings.Groups;
import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** What the brokers tell without reading records: replicas, groups, lag, newest record, disks. */
final class ClusterState {

    private final Admin admin;
    private final String prefix;
    private final Map<String, TopicDescription> topics;
    private final Collection<Node> nodes;

    ClusterState(Admin admin, String prefix) throws InterruptedException, ExecutionException {
        this.admin = admin;
        this.prefix = prefix;
        this.nodes = admin.describeCluster().nodes().get();
        Set<String> present = new HashSet<>(admin.listTopics().names().get());
        present.retainAll(Topics.all().stream().map(topic -> topic.in(prefix)).toList());
        this.topics = admin.describeTopics(present).allTopicNames().get();
    }

    /** The partitions of a Kafka topic; none where it does not exist. */
    List<TopicPartition> partitions(KafkaTopic topic) {
        String name = topic.in(prefix);
        TopicDescription found = topics.get(name);
        return found == null
                ? List.of()
                : found.partitions().stream()
                        .map(partition -> new TopicPartition(name, partition.partition()))
                        .toList();
    }

    Brokers brokers() {
        List<TopicPartitionInfo> partitions = topics.values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .toList();
        int leaderless =
                (int) partitions.stream().filter(p -> p.leader() == null).count();
        int lacking = (int) partitions.stream()
                .filter(p -> p.isr().size() < p.replicas().size())
                .count();
        return new Brokers(nodes.size(), leaderless, lacking);
    }

    Optional<Instant> newest(KafkaTopic topic) throws InterruptedException, ExecutionException {
        return offsets(partitions(topic), OffsetSpec.maxTimestamp()).values().stream()
                .filter(info -> info.offset() >= 0)
                .map(info -> Instant.ofEpochMilli(info.timestamp()))
                .max(Instant::compareTo);
    }

    Groups groups(String ingest, String processor) throws InterruptedException, ExecutionException {
        return new Groups(members(ingest), members(processor), lag(processor));
    }

    private int members(String group) throws InterruptedException, ExecutionException {
        try {
            return admin.describeConsumerGroups(List.of(group))
                    .all()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .members()
                    .size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw e;
        }
    }

    /** What is committed, and what was never read, against the ends of the partitions. */
    private long lag(String group) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset);
                    }
                });
        Set<TopicPartition> all = new HashSet<>(committed.keySet());
        all.addAll(partitions(Topics.ARTICLES));
        Map<TopicPartition, ListOffsetsResultInfo> begins = offsets(all, OffsetSpec.earliest());
        Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(all, OffsetSpec.latest());
        long lag = 0;
        for (TopicPartition partition : all) {
            OffsetAndMetadata position = committed.get(partition);
            long from = position == null ? offset(begins, partition) : position.offset();
            lag += Math.max(0, offset(ends, partition) - from);
        }
        return lag;
    }

    List<Disk> disks() throws InterruptedException, ExecutionException {
        List<Integer> ids = nodes.stream().map(Node::id).toList();
        List<Disk> disks = new ArrayList<>();
        admin.describeLogDirs(ids)
                .allDescriptions()
                .get()
                .forEach((broker, directories) -> directories.forEach((path, directory) -> {
                    OptionalLong total = directory.totalBytes();
                    OptionalLong usable = directory.usableBytes();
                    if (total.isPresent() && usable.isPresent()) {
                        disks.add(new Disk("broker " + broker + "'s disk", total.getAsLong(), usable.getAsLong()));
                    }
                }));
        return disks;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(Collection<TopicPartition> partitions, OffsetSpec spec)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, spec));
        return wanted.isEmpty() ? Map.of() : admin.listOffsets(wanted).all().get();
    }

    private static long offset(Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition partition) {
        ListOffsetsResultInfo info = offsets.get(partition);
        return info == null ? 0 : info.offset();
    }
}
