// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.processor;

import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.bench.Part;
import dev.racewire.runtime.kafka.KafkaClients;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code racewire bench reprocess}: a year of 600 feeds lies in Kafka and is judged by the rules in force and by others,
 * by the code of {@code racewire taxonomy compare}: each article is read once and judged twice.
 */
@Command(name = "reprocess", description = "A year of articles compared under another taxonomy: articles/s, memory.")
public final class ReprocessBench extends RacewireCommand {

    private static final List<String> OPTIONS = List.of("-Xmx1g", "-XX:+UseG1GC", "-Xshare:auto");
    private static final long MEGABYTE = 1 << 20;

    @Option(names = "--articles", paramLabel = "NUMBER", description = "In Kafka. Default: ${DEFAULT-VALUE}")
    private int articles = 4_000_000;

    @Override
    public Integer call() throws Exception {
        out().println(Conditions.now());
        out().printf(
                        "%,d records: 5 %% in scope, 5 %% edits, 10 %% copies; broker in this JVM, the comparison in one of"
                                + " its own (%s)%n",
                        articles, String.join(" ", OPTIONS));
        out().flush();
        try (WorkFolder folder = new WorkFolder();
                Stage stage = new Stage(folder.path())) {
            KafkaClients clients = stage.clients("");
            try (Admin admin = clients.admin()) {
                new Backlog(clients, admin).fill(articles);
            }
            try (Part comparing = new Part(
                    ReprocessMain.class,
                    folder.path().resolve("reprocess.log"),
                    OPTIONS,
                    List.of(clients.bootstrapServers()))) {
                report(comparing.line().split(" "), comparing.cpu(), comparing.memory());
            }
        }
        return ExitCode.DONE;
    }

    /** Articles, milliseconds, verdicts and cells that change, as {@link ReprocessMain} prints them. */
    private void report(String[] found, Duration cpu, long memory) {
        long millis = Long.parseLong(found[1]);
        out().printf(
                        "compared in %.1f s: %,.0f records/s (goal 12,000), %.0f us of processor time each; %,d MB of memory%n"
                                + "%,d articles: %,d verdicts and %,d cells would change%n",
                        millis / 1e3,
                        articles * 1e3 / millis,
                        cpu.toNanos() / 1e3 / articles,
                        memory / MEGABYTE,
                        Long.parseLong(found[0]),
                        Long.parseLong(found[2]),
                        Long.parseLong(found[3]));
        out().flush();
    }
}
