// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.ClusterCommand;
import dev.racewire.app.cli.CommandFailure;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.tail.RecordFilter;
import dev.racewire.app.tail.RecordFormat;
import dev.racewire.app.tail.RecordReader;
import dev.racewire.app.tail.StartingPoint;
import dev.racewire.app.tail.Tail;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicReader;
import dev.racewire.schemas.Topics;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code racewire tail}: a Kafka topic as lines on stdout. */
@Command(name = "tail", description = "Print a Kafka topic as JSON lines, and wait for more.")
public final class TailCommand extends ClusterCommand {

    private static final int BUFFER = 1 << 16;

    @Parameters(paramLabel = "TOPIC", description = "Kafka topic, such as racewire-counts.")
    private String topic = "";

    @Option(
            names = "--from",
            paramLabel = "POINT",
            defaultValue = "recent",
            converter = PointConverter.class,
            description = "beginning, end, recent (the last few of each partition), a time such as"
                    + " 2026-11-24T08:00:00Z, or partition:offset. Default: recent")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private StartingPoint from;

    @Option(
            names = "--filter",
            paramLabel = "EXPR",
            converter = FilterConverter.class,
            description =
                    "field=value or field!=value, such as country=CN or outlet.language=id; several must all fit.")
    private List<RecordFilter> filters = List.of();

    @Option(names = "--key", paramLabel = "KEY", defaultValue = "", description = "Only records of this key.")
    private String key = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "${COMPLETION-CANDIDATES} (raw: the bytes as they are). Default: ${DEFAULT-VALUE}")
    private RecordFormat format = RecordFormat.json;

    @Option(names = "--headers", description = "Show the records' headers too.")
    private boolean headers;

    @Option(names = "--no-follow", description = "Stop at the end instead of waiting for more.")
    private boolean noFollow;

    @Option(names = "-n", paramLabel = "COUNT", description = "Stop after so many records.")
    private long count = Long.MAX_VALUE;

    @Override
    public Integer call() throws Exception {
        KafkaClients clients = reach();
        String name = existing(clients);
        Tail tail = new Tail(from, filters, key, format, new RecordReader(headers), count, !noFollow);
        try (var consumer = clients.consumer(Map.of());
                PrintStream out = stdout()) {
            List<TopicPartition> partitions = TopicReader.partitions(consumer, name);
            tail.run(consumer, partitions, out, () -> false);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badUsage(String.valueOf(e.getMessage()));
        }
        return ExitCode.DONE;
    }

    private String existing(KafkaClients clients) throws InterruptedException, ExecutionException {
        try (Admin admin = clients.admin()) {
            Set<String> names = admin.listTopics().names().get();
            String prefixed = clients.topicPrefix() + topic;
            if (names.contains(prefixed)) {
                return prefixed;
            }
            if (names.contains(topic)) {
                return topic;
            }
        }
        List<String> ours = Topics.all().stream().map(known -> known.name()).toList();
        throw CommandFailure.badUsage("there is no Kafka topic " + topic
                + ", or this account may not see it; Racewire's are " + String.join(", ", ours));
    }

    /** Stdout without the flush after each line that System.out makes. */
    private static PrintStream stdout() {
        var bytes = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER);
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }
}
