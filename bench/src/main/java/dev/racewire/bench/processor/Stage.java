// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.processor;

import dev.racewire.app.broker.BrokerConfig;
import dev.racewire.app.broker.EmbeddedBroker;
import dev.racewire.processor.ProcessorConfig;
import dev.racewire.processor.ProcessorService;
import dev.racewire.processor.topology.StreamsSettings;
import dev.racewire.runtime.config.SettingSources;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.AvroSerde;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** One broker in this JVM, and what runs on it side by side: each under a prefix of its own. */
final class Stage implements AutoCloseable {

    /** Where the passthrough writes. */
    static final String PASSED = "passed";

    /** A group waits so long for its second instance, so that none reads ahead while the other comes. */
    private static final Map<String, String> TOGETHER = Map.of("group.initial.rebalance.delay.ms", "3000");

    private final Path folder;
    private final EmbeddedBroker broker;

    Stage(Path folder) throws Exception {
        this.folder = folder;
        broker = new EmbeddedBroker(new BrokerConfig(folder.resolve("broker"), 0, TOGETHER));
        broker.start();
    }

    /** Clients under that prefix, with all Kafka topics in place. */
    KafkaClients clients(String prefix) throws Exception {
        KafkaClients clients =
                new KafkaClients(broker.bootstrapServers(), prefix, Map.of(), Map.of(), Map.of(), Map.of());
        try (Admin admin = clients.admin()) {
            new TopicCreator(admin, prefix).ensure(Topics.all());
            int partitions = Topics.ARTICLES.partitions();
            admin.createTopics(List.of(new NewTopic(prefix + PASSED, Optional.of(partitions), Optional.empty())))
                    .all()
                    .get();
        }
        return clients;
    }

    /** Programs that run together. */
    interface Running {
        void close();
    }

    /** Starts what the setup says, in a group of that application's name. */
    Running start(Setup setup, KafkaClients clients, String application) throws Exception {
        if (setup.instances() == 0) {
            KafkaStreams streams = passthrough(clients, application);
            return streams::close;
        }
        List<ProcessorService> services = new ArrayList<>();
        for (int i = 0; i < setup.instances(); i++) {
            services.add(processor(clients, application, i, setup.flags()));
        }
        return () -> services.forEach(ProcessorService::close);
    }

    /** Removes the state of a group; returns how many bytes it was. */
    long forget(String group) throws IOException {
        Path state = folder.resolve(group);
        long bytes = WorkFolder.bytes(state);
        WorkFolder.remove(state);
        return bytes;
    }

    private Path state(KafkaClients clients, String application, int instance) {
        return folder.resolve(clients.topicPrefix() + application).resolve(String.valueOf(instance));
    }

    private ProcessorService processor(
            KafkaClients clients, String application, int instance, Map<String, String> flags) throws Exception {
        Map<String, String> all = new HashMap<>(flags);
        all.put(ProcessorConfig.APPLICATION_ID, application);
        all.put(ProcessorConfig.STATE_DIR, state(clients, application, instance).toString());
        Settings settings = Settings.resolve(ProcessorConfig.define(new ConfigDef()), SettingSources.ofFlags(all));
        ProcessorService service =
                new ProcessorService(ProcessorConfig.of(settings), clients, new SimpleMeterRegistry());
        service.start();
        return service;
    }

    /** The least that Streams can do with articles: reads each and writes it again, under the processor's settings. */
    private KafkaStreams passthrough(KafkaClients clients, String application) throws IOException {
        String prefix = clients.topicPrefix();
        Map<String, Object> own = Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                prefix + application,
                StreamsConfig.STATE_DIR_CONFIG,
                Files.createDirectories(state(clients, application, 0)).toString(),
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                30);
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(Topics.ARTICLES.in(prefix), Consumed.with(Serdes.String(), new AvroSerde<>(Article.class)))
                .to(prefix + PASSED, Produced.with(Serdes.String(), new AvroSerde<>(Article.class)));
        Properties properties = new Properties();
        properties.putAll(StreamsSettings.of(clients, own, Map.of()));
        KafkaStreams streams = new KafkaStreams(builder.build(), properties);
        streams.start();
        return streams;
    }

    @Override
    public void close() {
        broker.close();
    }
}
