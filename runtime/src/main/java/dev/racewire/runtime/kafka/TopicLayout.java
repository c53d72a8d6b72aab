// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.kafka;

import dev.racewire.schemas.KafkaTopic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * Whether Kafka topics that are there already are laid out as Racewire needs them. Another number of partitions puts a
 * key where nobody looks for it; compaction where all records count, or deletion where the last of each key does, loses
 * data. Other settings, such as how long records are kept, are the operator's.
 */
final class TopicLayout {

    private static final String CLEANUP = "cleanup.policy";

    private final Admin admin;
    private final String prefix;

    TopicLayout(Admin admin, String prefix) {
        this.admin = admin;
        this.prefix = prefix;
    }

    /**
     * Checks these topics, which exist.
     *
     * @throws IllegalStateException naming each that is laid out otherwise, and the ways out
     */
    void check(List<KafkaTopic> topics) throws InterruptedException, ExecutionException {
        List<String> names = topics.stream().map(topic -> topic.in(prefix)).toList();
        Map<String, TopicDescription> found =
                admin.describeTopics(names).allTopicNames().get();
        Map<String, String> cleanups = cleanups(names);
        List<String> wrong = new ArrayList<>();
        for (KafkaTopic topic : topics) {
            String name = topic.in(prefix);
            int partitions =
                    Objects.requireNonNull(found.get(name)).partitions().size();
            if (partitions != topic.partitions()) {
                wrong.add(name + " has " + partitions + " partitions instead of " + topic.partitions());
            }
            String wanted = topic.settings().getOrDefault(CLEANUP, "delete");
            String cleanup = cleanups.getOrDefault(name, wanted);
            if (!policies(cleanup).equals(policies(wanted))) {
                wrong.add(name + " has " + CLEANUP + "=" + cleanup + " instead of " + wanted);
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("these Kafka topics exist with another layout: " + String.join("; ", wrong)
                    + ". If they are somebody else's, choose a --topic-prefix; if they are yours, set the policy with"
                    + " kafka-configs, or delete them and let 'racewire kafka-topics create' make them");
        }
    }

    /** Policies by topic name; nothing where we may not ask for them. */
    private Map<String, String> cleanups(List<String> names) throws InterruptedException, ExecutionException {
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        try {
            Map<ConfigResource, Config> configs =
                    admin.describeConfigs(resources).all().get();
            return configs.entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().name(),
                            entry -> entry.getValue().get(CLEANUP).value()));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return Map.of();
            }
            throw e;
        }
    }

    private static Set<String> policies(String list) {
        return new TreeSet<>(Arrays.asList(list.replace(" ", "").split(",", -1)));
    }
}
