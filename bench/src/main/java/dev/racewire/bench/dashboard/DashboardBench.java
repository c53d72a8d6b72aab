// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.dashboard;

import dev.racewire.app.broker.BrokerConfig;
import dev.racewire.app.broker.EmbeddedBroker;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.app.demo.TemporaryDirectory;
import dev.racewire.dashboard.DashboardConfig;
import dev.racewire.dashboard.DashboardService;
import dev.racewire.runtime.config.SettingSources;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.runtime.lifecycle.Lifecycle;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigDef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code racewire bench dashboard}: start-up, memory, answers under load, slow readers of the stream, page weight. */
@Command(name = "dashboard", description = "Measure two dashboards on a month of articles, under load.")
public final class DashboardBench extends RacewireCommand {

    private static final int PARTITIONS = 4;
    private static final int BURST = 200;

    @Option(names = "--articles", paramLabel = "N", defaultValue = "1000000", description = "Default: ${DEFAULT-VALUE}")
    private int articles;

    @Option(names = "--cells", paramLabel = "N", defaultValue = "200000", description = "Default: ${DEFAULT-VALUE}")
    private int cells;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "200",
            description = "A second. Default: ${DEFAULT-VALUE}")
    private int rate;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "60", description = "Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "500",
            description = "Of the stream. Default: ${DEFAULT-VALUE}")
    private int clients;

    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());

    @Override
    public Integer call() throws Exception {
        print("%d processors, load %.1f, Java %s, heap at most %d MB"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        Runtime.version(),
                        Runtime.getRuntime().maxMemory() >> 20));
        try (Lifecycle lifecycle = new Lifecycle()) {
            TemporaryDirectory directory = new TemporaryDirectory("racewire-bench-", false);
            lifecycle.start(directory);
            EmbeddedBroker broker = new EmbeddedBroker(new BrokerConfig(directory.path(), 0, Map.of()));
            lifecycle.start(broker);
            KafkaClients kafka = KafkaClients.of(broker.bootstrapServers());
            MadeUpMonth month = new MadeUpMonth(Instant.now(), articles, 1);
            try (Producer<String, byte[]> producer = kafka.producer(Map.of())) {
                fill(kafka, producer, month);
                long before = heap();
                DashboardService first = start(kafka, lifecycle);
                print("memory: %d MB a dashboard".formatted((heap() - before) >> 20));
                DashboardService second = start(kafka, lifecycle);
                questions(List.of(first.address(), second.address()));
                streams(URI.create(first.address()), producer, month);
                print("page: %,d bytes over the wire".formatted(new PageWeight().of(first.address())));
            }
        }
        return ExitCode.DONE;
    }

    private void fill(KafkaClients kafka, Producer<String, byte[]> producer, MadeUpMonth month) throws Exception {
        KafkaTopic topic = Topics.CLASSIFIED_ARTICLES;
        try (Admin admin = kafka.admin()) {
            admin.createTopics(List.of(new NewTopic(topic.name(), Optional.of(PARTITIONS), Optional.of((short) 1))))
                    .all()
                    .get();
            List<KafkaTopic> others =
                    Topics.all().stream().filter(one -> !one.equals(topic)).toList();
            new TopicCreator(admin, "").ensure(others);
        }
        for (int i = 0; i < articles; i++) {
            send(producer, month.next());
        }
        for (int i = 0; i < cells; i++) {
            Count count = month.count(i);
            String key = count.getCountry() + "|" + count.getTopic() + "|" + count.getWindow() + "|"
                    + count.getWindowStart();
            var unused = producer.send(new ProducerRecord<>(Topics.COUNTS.name(), key, wire.encode(count)));
        }
        producer.flush();
        print("%,d articles in %d partitions, %,d cells".formatted(articles, PARTITIONS, cells));
    }

    private void send(Producer<String, byte[]> producer, ClassifiedArticle article) {
        var unused = producer.send(
                new ProducerRecord<>(Topics.CLASSIFIED_ARTICLES.name(), article.getId(), wire.encode(article)));
    }

    private DashboardService start(KafkaClients kafka, Lifecycle lifecycle) throws Exception {
        Map<String, String> flags =
                Map.of("dashboard.port", "0", "dashboard.max-articles", "2000000", "dashboard.max-streams", "1000");
        DashboardService dashboard = new DashboardService(
                DashboardConfig.of(
                        Settings.resolve(DashboardConfig.define(new ConfigDef()), SettingSources.ofFlags(flags))),
                kafka,
                new SimpleMeterRegistry());
        long begin = System.nanoTime();
        lifecycle.start(dashboard);
        while (!dashboard.readiness().isReady()) {
            Thread.sleep(20);
        }
        print("start-up: %.1f s until everything is read".formatted((System.nanoTime() - begin) / 1e9));
        return dashboard;
    }

    private void questions(List<String> bases) throws InterruptedException {
        new Load(bases).run(new Questions(2), rate, 10);
        Load load = new Load(bases);
        long before = processorNanos();
        load.run(new Questions(3), rate, seconds);
        double milliseconds = (processorNanos() - before) / 1e6 / rate / seconds;
        print("%d questions a second for %d s at two instances, after 10 s of warming up, %d failed:"
                .formatted(rate, seconds, load.failures()));
        print("  %.2f ms of processor a question in the web servers".formatted(milliseconds));
        load.report().forEach((kind, line) -> print("  %-9s%s".formatted(kind, line)));
    }

    private void streams(URI base, Producer<String, byte[]> producer, MadeUpMonth month) throws Exception {
        int silent = Math.min(5, clients);
        try (Streams streams = new Streams(base, clients, silent)) {
            Thread.sleep(2_000);
            for (int i = 0; i < BURST; i++) {
                streams.sending();
                send(producer, month.fresh());
                producer.flush();
                Thread.sleep(100);
            }
            long expected = (long) BURST * (clients - silent);
            Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
            while (streams.events() < expected && Instant.now().isBefore(deadline)) {
                Thread.sleep(50);
            }
            print("stream: %d clients, %d of them never read: %,d of %,d events arrived, %s"
                    .formatted(clients, silent, streams.events(), expected, streams.delays()));
        }
    }

    /** Processor time of the threads of the web servers. */
    private static long processorNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith("racewire-dashboard-http"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void print(String line) {
        out().println(line);
        out().flush();
    }
}
