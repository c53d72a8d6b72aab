// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.processor;

import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.app.command.DurationConverter;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicReader;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code racewire bench latency}: from the sending of an article to its count in a committed reader's hands. */
@Command(name = "latency", description = "From an article to its count, beside bare Kafka, at 200 articles a second.")
public final class LatencyBench extends RacewireCommand {

    private static final String ALL = "*|*|PT1H|";
    private static final Duration POLL = Duration.ofMillis(1);
    private static final Duration LAST = Duration.ofSeconds(3);

    @Option(names = "--rate", paramLabel = "NUMBER", defaultValue = "200", description = "Articles a second.")
    private int rate = 200;

    @Option(
            names = "--length",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            defaultValue = "20s",
            description = "Of each run, after a warm-up of half of it. Default: ${DEFAULT-VALUE}")
    private Duration length = Duration.ofSeconds(20);

    @Option(names = "--all-in-scope", description = "Each article in scope. Default: a twentieth, as in the other runs")
    private boolean allInScope;

    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private int number;

    @Override
    public Integer call() throws Exception {
        out().println(Conditions.now());
        String share = allInScope ? "all" : "a twentieth";
        out().printf(
                        "%d articles/s, %s in scope; broker, processor and reader in one JVM; milliseconds%n",
                        rate, share);
        out().println("                                   p50     p90     p99     max    records");
        try (WorkFolder folder = new WorkFolder();
                Stage stage = new Stage(folder.path())) {
            direct(stage);
            oneHop(stage);
            toTheCount(stage, Setup.EXACTLY_ONCE);
            toTheCount(stage, Setup.AT_LEAST_ONCE);
        }
        return ExitCode.DONE;
    }

    private void direct(Stage stage) throws Exception {
        KafkaClients clients = stage.clients("direct-");
        measure("produce and consume", clients, Topics.ARTICLES.in("direct-"), key -> true);
    }

    private void oneHop(Stage stage) throws Exception {
        KafkaClients clients = stage.clients("hop-");
        Stage.Running running = stage.start(Setup.PASSTHROUGH, clients, "passthrough");
        try {
            measure("one hop through Streams", clients, "hop-" + Stage.PASSED, key -> true);
        } finally {
            running.close();
        }
    }

    private void toTheCount(Stage stage, Setup setup) throws Exception {
        String application = setup.group(1);
        String prefix = application + "-";
        KafkaClients clients = stage.clients(prefix);
        Stage.Running running = stage.start(setup, clients, application);
        try {
            measure("article to count, " + setup.name(), clients, Topics.COUNTS.in(prefix), key -> key.startsWith(ALL));
        } finally {
            running.close();
        }
    }

    /** Sends at the rate and reads at once; a record carries the time of the sending all the way. */
    private void measure(String name, KafkaClients clients, String read, Predicate<String> counted) throws Exception {
        Latencies latencies = new Latencies();
        try (Producer<String, byte[]> producer = clients.producer(Map.of("linger.ms", "0"));
                Consumer<String, byte[]> consumer = clients.consumer(Map.of("fetch.min.bytes", "1"))) {
            var partitions = TopicReader.partitions(consumer, read);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            warmUp(clients, producer, consumer, counted);
            Instant begin = Instant.now();
            Instant measured = begin.plus(length.dividedBy(2));
            Instant end = measured.plus(length);
            long sent = 0;
            while (Instant.now().isBefore(end.plus(LAST))) {
                long due = Math.min(
                        Duration.between(begin, Instant.now()).toMillis(),
                        Duration.between(begin, end).toMillis());
                for (; sent < due * rate / 1000; sent++) {
                    send(clients, producer);
                }
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    long now = System.currentTimeMillis();
                    if (record.timestamp() >= measured.toEpochMilli() && counted.test(record.key())) {
                        latencies.add(now - record.timestamp());
                    }
                }
            }
        }
        out().printf("%-31s %s%n", name, latencies.describe());
        out().flush();
    }

    /** Until the first record has gone all the way. */
    private void warmUp(
            KafkaClients clients,
            Producer<String, byte[]> producer,
            Consumer<String, byte[]> consumer,
            Predicate<String> counted) {
        boolean through = false;
        while (!through) {
            send(clients, producer);
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                through |= counted.test(record.key());
            }
        }
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }

    private void send(KafkaClients clients, Producer<String, byte[]> producer) {
        Instant now = Instant.now();
        Article article = allInScope ? ArticleMix.inScope(number, now) : ArticleMix.article(number, now);
        number++;
        var unused = producer.send(new ProducerRecord<>(
                Topics.ARTICLES.in(clients.topicPrefix()),
                null,
                now.toEpochMilli(),
                article.getId(),
                wire.encode(article)));
    }
}
