// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.processor;

import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code racewire bench processor}: how many articles a second go through, beside a bare passthrough in the same run. A
 * backlog waits in Kafka; the clock runs from the first committed offset to the last.
 */
@Command(name = "processor", description = "Articles a second through the processor, beside a bare passthrough.")
public final class ProcessorBench extends RacewireCommand {

    @Option(names = "--articles", paramLabel = "NUMBER", defaultValue = "100000", description = "Default: 100000")
    private int articles = 100_000;

    private static final int FEW = 200;

    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());

    /** Something that reads the backlog; closing stops it. */
    private interface Reader {
        AutoCloseable start(KafkaClients clients) throws Exception;
    }

    @Override
    public Integer call() throws Exception {
        out().println(Conditions.now());
        out().printf(
                        "%,d articles each: 5 %% in scope, 5 %% edits, 10 %% copies; broker and reader in one JVM%n",
                        articles);
        out().println("                              articles/s   CPU us/article   records/article   state B/article");
        try (WorkFolder folder = new WorkFolder();
                Stage stage = new Stage(folder.path())) {
            double bare = run(stage, "passthrough", "passthrough", stage::passthrough);
            double exact =
                    run(stage, "exactly once", "racewire-processor-v1", clients -> processor(stage, clients, Map.of()));
            double least = run(
                    stage,
                    "at least once",
                    "racewire-processor-v1",
                    clients -> processor(stage, clients, Map.of("streams.processing.guarantee", "at_least_once")));
            double two = run(
                    stage,
                    "exactly once, 2 threads",
                    "racewire-processor-v1",
                    clients -> processor(stage, clients, Map.of("processor.threads", "2")));
            out().printf(
                            "exactly once is %.2f of the passthrough (goal 0.35) and %.2f of at least once (goal 0.85); two"
                                    + " threads are %.2f of one%n",
                            exact / bare, exact / least, two / exact);
        }
        return ExitCode.DONE;
    }

    private static AutoCloseable processor(Stage stage, KafkaClients clients, Map<String, String> flags)
            throws Exception {
        return stage.processor(clients, flags);
    }

    private double run(Stage stage, String name, String group, Reader reader) throws Exception {
        String prefix = name.replaceAll("[^a-z0-9]+", "-") + "-";
        KafkaClients clients = stage.clients(prefix);
        fill(clients);
        String own = prefix + group;
        double rate;
        double cpuMicros;
        double written;
        AutoCloseable running = reader.start(clients);
        try (Admin admin = clients.admin()) {
            long first = awaitProcessed(admin, own, clients, 1);
            Instant begin = Instant.now();
            long cpu = cpuNanos();
            long all = awaitProcessed(admin, own, clients, articles);
            rate = (all - first)
                    * 1000.0
                    / Duration.between(begin, Instant.now()).toMillis();
            cpuMicros = (cpuNanos() - cpu) / 1000.0 / (all - first);
            written = (double) (awaitQuiet(admin, prefix) - articles) / articles;
        } finally {
            running.close();
        }
        long state = WorkFolder.bytes(stage.state(prefix)) / articles;
        out().printf("%-30s %,9.0f %16.0f %17.2f %17d%n", name, rate, cpuMicros, written, state);
        out().flush();
        return rate;
    }

    /** Waits until nothing is written any more, but heartbeats; returns the records in all Kafka topics. */
    private static long awaitQuiet(Admin admin, String prefix) throws InterruptedException, ExecutionException {
        long before = -1;
        long now = records(admin, prefix);
        while (now - before > FEW) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            before = now;
            now = records(admin, prefix);
        }
        return now;
    }

    private void fill(KafkaClients clients) {
        Instant now = Instant.now();
        try (Producer<String, byte[]> producer = clients.producer(Map.of("linger.ms", "20", "batch.size", "131072"))) {
            for (int number = 0; number < articles; number++) {
                Article article = ArticleMix.article(number, now.plusMillis(number));
                var unused = producer.send(new ProducerRecord<>(
                        Topics.ARTICLES.in(clients.topicPrefix()),
                        null,
                        now.toEpochMilli(),
                        article.getId(),
                        wire.encode(article)));
            }
        }
    }

    /** Waits until the group has committed so many articles; returns how many it has. */
    private static long awaitProcessed(Admin admin, String group, KafkaClients clients, long wanted) throws Exception {
        String topic = Topics.ARTICLES.in(clients.topicPrefix());
        Instant end = Instant.now().plus(Stage.patience());
        while (Instant.now().isBefore(end)) {
            long processed =
                    admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                            .filter(entry -> entry.getKey().topic().equals(topic) && entry.getValue() != null)
                            .mapToLong(entry -> entry.getValue().offset())
                            .sum();
            if (processed >= wanted) {
                return processed;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new IllegalStateException(group + " has not processed " + wanted + " articles in time");
    }

    /** Offsets taken in all Kafka topics under the prefix, transaction markers among them. */
    private static long records(Admin admin, String prefix) throws InterruptedException, ExecutionException {
        Set<String> topics = admin.listTopics().names().get();
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        var described = admin.describeTopics(topics.stream()
                        .filter(topic -> topic.startsWith(prefix))
                        .toList())
                .allTopicNames()
                .get();
        described.forEach((topic, description) -> description
                .partitions()
                .forEach(partition ->
                        partitions.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
        return admin.listOffsets(partitions).all().get().values().stream()
                .mapToLong(info -> info.offset())
                .sum();
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean process
                ? process.getProcessCpuTime()
                : 0;
    }
}
