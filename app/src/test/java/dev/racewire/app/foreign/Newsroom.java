// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.racewire.app.broker.BrokerConfig;
import dev.racewire.app.broker.EmbeddedBroker;
import dev.racewire.app.registry.SchemaRegistryServer;
import dev.racewire.dashboard.DashboardConfig;
import dev.racewire.dashboard.DashboardService;
import dev.racewire.processor.ProcessorConfig;
import dev.racewire.processor.ProcessorService;
import dev.racewire.runtime.config.SettingSources;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.runtime.lifecycle.Lifecycle;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.Outlet;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.StateMedia;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigDef;

/** Broker, registry, processor and dashboard, as {@code up} runs them, with a desk that publishes what a test wants. */
public final class Newsroom implements AutoCloseable {

    /** Trace of all that this newsroom publishes. */
    public static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final Lifecycle lifecycle = new Lifecycle();
    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final KafkaClients clients;
    private final SchemaRegistryServer registry;
    private final DashboardService dashboard;
    private final Producer<String, byte[]> producer;

    private Newsroom(Path folder) throws Exception {
        EmbeddedBroker broker = new EmbeddedBroker(BrokerConfig.in(folder.resolve("broker")));
        lifecycle.start(broker);
        clients = KafkaClients.of(broker.bootstrapServers());
        try (Admin admin = clients.admin()) {
            new TopicCreator(admin, "").ensure(Topics.all());
        }
        registry = new SchemaRegistryServer(0, "", clients.bootstrapServers());
        lifecycle.start(registry);
        Settings settings = Settings.resolve(
                DashboardConfig.define(ProcessorConfig.define(new ConfigDef())),
                SettingSources.ofFlags(Map.of(
                        ProcessorConfig.STATE_DIR, folder.resolve("state").toString(), "dashboard.port", "0")));
        lifecycle.start(new ProcessorService(ProcessorConfig.of(settings), clients, new SimpleMeterRegistry()));
        dashboard = new DashboardService(DashboardConfig.of(settings), clients, new SimpleMeterRegistry());
        lifecycle.start(dashboard);
        producer = clients.producer(Map.of());
    }

    /** Opens one that keeps its data in that folder. */
    public static Newsroom open(Path folder) throws Exception {
        return new Newsroom(folder);
    }

    public KafkaClients clients() {
        return clients;
    }

    public String registry() {
        return registry.url();
    }

    /** Publishes what a feed of that outlet shows now; the same number again is an edit. */
    public void publish(int number, String outlet, String title, Instant published, Instant fetched) throws Exception {
        Article article = Article.newBuilder()
                .setId(String.format("%032x", number))
                .setFeedUrl("https://" + outlet + ".example/feed")
                .setOutlet(new Outlet(outlet, "", "en", "GB", "general", "House of " + outlet, StateMedia.NO))
                .setTitle(title)
                .setLanguage("en")
                .setPublished(published)
                .setFetched(fetched)
                .setContentHash(Integer.toHexString(title.hashCode()))
                .build();
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topics.ARTICLES.name(), null, fetched.toEpochMilli(), article.getId(), wire.encode(article));
        record.headers().add("traceparent", TRACE.getBytes(StandardCharsets.UTF_8));
        producer.send(record).get();
    }

    /** What the API answers. */
    public JsonNode ask(String resource) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(dashboard.address() + "api/v1/" + resource))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(answer.body());
    }

    @Override
    public void close() {
        producer.close();
        lifecycle.close();
    }
}
