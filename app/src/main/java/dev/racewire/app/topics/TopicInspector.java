// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.topics;

import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** Compares the Kafka topics of a cluster with what they should be. */
public final class TopicInspector {

    private final Admin admin;
    private final String prefix;

    public TopicInspector(Admin admin, String prefix) {
        this.admin = admin;
        this.prefix = prefix;
    }

    /** One check for each Kafka topic of ours, in the order in which data goes through them. */
    public List<TopicCheck> check() throws InterruptedException, ExecutionException {
        Set<String> present = new HashSet<>(admin.listTopics().names().get());
        present.retainAll(Topics.all().stream().map(topic -> topic.in(prefix)).toList());
        Map<String, TopicDescription> described =
                admin.describeTopics(present).allTopicNames().get();
        Map<String, Map<String, String>> settings = settings(present);
        List<TopicCheck> checks = new ArrayList<>();
        for (KafkaTopic topic : Topics.all()) {
            String name = topic.in(prefix);
            TopicDescription found = described.get(name);
            checks.add(
                    found == null
                            ? TopicCheck.missing(name)
                            : TopicCheck.of(
                                    name,
                                    topic,
                                    found.partitions().size(),
                                    found.partitions().get(0).replicas().size(),
                                    settings.getOrDefault(name, Map.of())));
        }
        return checks;
    }

    private Map<String, Map<String, String>> settings(Set<String> names)
            throws InterruptedException, ExecutionException {
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, Map<String, String>> settings = new HashMap<>();
        Map<ConfigResource, Config> configs =
                admin.describeConfigs(resources).all().get();
        configs.forEach((resource, config) -> {
            Map<String, String> values = new HashMap<>();
            config.entries().forEach(entry -> values.put(entry.name(), entry.value()));
            settings.put(resource.name(), values);
        });
        return settings;
    }
}
