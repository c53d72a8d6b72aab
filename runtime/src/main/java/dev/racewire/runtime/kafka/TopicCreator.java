// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.kafka;

import dev.racewire.schemas.KafkaTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates missing Kafka topics and waits until every partition answers. Producing into a topic that was created a
 * moment ago can lose the first batch without an error (KAFKA-15591), so nobody may produce before this returns.
 */
public final class TopicCreator {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 50;

    private final Admin admin;
    private final String prefix;

    public TopicCreator(Admin admin, String prefix) {
        this.admin = admin;
        this.prefix = prefix;
    }

    /**
     * Creates what is missing of these topics; returns the names of those that it created.
     *
     * @throws IllegalStateException when one is there already with another layout, or when a partition does not answer
     *     within a minute
     */
    public List<String> ensure(List<KafkaTopic> topics) throws InterruptedException, ExecutionException {
        Set<String> existing = admin.listTopics().names().get();
        List<NewTopic> missing = topics.stream()
                .filter(topic -> !existing.contains(topic.in(prefix)))
                .map(this::wanted)
                .toList();
        new TopicLayout(admin, prefix)
                .check(topics.stream()
                        .filter(topic -> existing.contains(topic.in(prefix)))
                        .toList());
        List<String> created = create(missing);
        awaitAnswers(topics);
        return created;
    }

    private NewTopic wanted(KafkaTopic topic) {
        return new NewTopic(topic.in(prefix), Optional.of(topic.partitions()), Optional.empty())
                .configs(topic.settings());
    }

    /** Creates them in one request; one that somebody else has created meanwhile is no trouble. */
    private List<String> create(List<NewTopic> missing) throws InterruptedException, ExecutionException {
        Map<String, KafkaFuture<Void>> answers = admin.createTopics(missing).values();
        List<String> created = new ArrayList<>();
        for (NewTopic topic : missing) {
            try {
                Objects.requireNonNull(answers.get(topic.name())).get();
                created.add(topic.name());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        return created;
    }

    private void awaitAnswers(List<KafkaTopic> topics) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> partitions = topics.stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(number -> new TopicPartition(topic.in(prefix), number)))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answer(partitions)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the Kafka topics do not answer within " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private boolean answer(Map<TopicPartition, OffsetSpec> partitions) throws InterruptedException, ExecutionException {
        try {
            admin.listOffsets(partitions).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                return false;
            }
            throw e;
        }
    }
}
