// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.processor;

import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.runtime.kafka.KafkaClients;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code racewire bench recovery}: a processor with a long past is killed; how long until a new article is counted? Alone
 * it reads its state back; beside a second instance, which holds a copy, that one takes over.
 */
@Command(name = "recovery", description = "kill -9 with a million articles behind it: time to the first new count.")
public final class RecoveryBench extends RacewireCommand {

    private static final String GROUP = "racewire-processor-v1";
    private static final long MEGABYTE = 1 << 20;

    @Option(names = "--articles", paramLabel = "NUMBER", description = "Behind it. Default: ${DEFAULT-VALUE}")
    private int articles = 1_000_000;

    @Override
    public Integer call() throws Exception {
        out().println(Conditions.now());
        out().printf(
                        "%,d articles: 5 %% in scope, 5 %% edits, 10 %% copies; each processor in a JVM of its own (%s)%n",
                        articles, String.join(" ", Instance.OPTIONS));
        out().flush();
        try (WorkFolder folder = new WorkFolder();
                Stage stage = new Stage(folder.path())) {
            KafkaClients clients = stage.clients("");
            try (Admin admin = clients.admin();
                    Instance first = new Instance(folder.path().resolve("first"), clients)) {
                Backlog backlog = new Backlog(clients, admin);
                process(backlog, first);
                try (FirstCount count = new FirstCount(clients, articles)) {
                    alone(first, count);
                    try (Instance second = new Instance(folder.path().resolve("second"), clients)) {
                        second.awaitRestored();
                        boolean firstIsBusy = first.is(backlog.busiestMember(GROUP));
                        takeOver(firstIsBusy ? first : second, firstIsBusy ? second : first, count);
                    }
                }
            }
        }
        return ExitCode.DONE;
    }

    private void process(Backlog backlog, Instance instance) throws Exception {
        Instant begin = Instant.now();
        backlog.fill(articles);
        backlog.awaitBegin(GROUP);
        backlog.awaitEnd(GROUP);
        out().printf(
                        "processed in %s: %,d MB of memory, %,d MB of state on disk%n",
                        seconds(Duration.between(begin, Instant.now())),
                        instance.memory() / MEGABYTE,
                        instance.disk() / MEGABYTE);
        out().flush();
    }

    private void alone(Instance instance, FirstCount count) throws Exception {
        Instant killed = Instant.now();
        instance.killAndStart();
        Duration first = count.after(killed);
        report("alone, started again at once", first, 60, instance);
    }

    /** Whoever does what all articles go through dies, so that nothing is counted before the other has taken over. */
    private void takeOver(Instance victim, Instance other, FirstCount count) throws Exception {
        Instant killed = Instant.now();
        victim.kill();
        Duration first = count.after(killed);
        report("a second instance with a copy takes over", first, 15, other);
    }

    private void report(String name, Duration first, int goal, Instance instance) throws Exception {
        long restored = instance.awaitRestored();
        out().printf(
                        "%s: first new count %s after kill -9 (goal %d s); %,d MB read back, %,d MB of memory, %,d MB on"
                                + " disk%n",
                        name,
                        seconds(first),
                        goal,
                        restored / MEGABYTE,
                        instance.memory() / MEGABYTE,
                        instance.disk() / MEGABYTE);
        out().flush();
    }

    private static String seconds(Duration time) {
        return String.format("%.1f s", time.toMillis() / 1000.0);
    }
}
