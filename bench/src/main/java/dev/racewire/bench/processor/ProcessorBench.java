// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.processor;

import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.runtime.kafka.KafkaClients;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code racewire bench processor}: how many articles a second go through, beside a bare passthrough in the same run.
 * All read the same backlog, in turn, several times over, after both programs have run once unmeasured: whoever runs
 * first in a JVM pays for the compiler. The clock runs from the first committed article to the last record between the
 * steps.
 */
@Command(name = "processor", description = "Articles a second through the processor, beside a bare passthrough.")
public final class ProcessorBench extends RacewireCommand {

    private static final String PREFIX = "bench-";

    @Option(names = "--articles", paramLabel = "NUMBER", description = "In the backlog. Default: ${DEFAULT-VALUE}")
    private int articles = 200_000;

    @Option(names = "--rounds", paramLabel = "NUMBER", description = "Runs of each. Default: ${DEFAULT-VALUE}")
    private int rounds = 3;

    private final Map<Setup, List<Figures>> runs = new LinkedHashMap<>();

    @Override
    public Integer call() throws Exception {
        out().println(Conditions.now());
        out().printf(
                        "%,d articles: 5 %% in scope, 5 %% edits, 10 %% copies; broker and readers, two instances too, in"
                                + " this one JVM;%n%d rounds after a warm-up of both programs, medians last%n%n%s%n",
                        articles, rounds, Figures.HEADER);
        out().flush();
        try (WorkFolder folder = new WorkFolder();
                Stage stage = new Stage(folder.path())) {
            KafkaClients clients = stage.clients(PREFIX);
            try (Admin admin = clients.admin()) {
                Backlog backlog = new Backlog(clients, admin);
                backlog.fill(articles);
                measure(stage, clients, backlog, Setup.PASSTHROUGH, 0);
                measure(stage, clients, backlog, Setup.EXACTLY_ONCE, 0);
                for (int round = 1; round <= rounds; round++) {
                    for (Setup setup : Setup.ALL) {
                        Figures figures = measure(stage, clients, backlog, setup, round);
                        runs.computeIfAbsent(setup, key -> new ArrayList<>()).add(figures);
                        out().println(figures.line(round + ": " + setup.name()));
                        out().flush();
                    }
                }
            }
        }
        conclude();
        return ExitCode.DONE;
    }

    private Figures measure(Stage stage, KafkaClients clients, Backlog backlog, Setup setup, int round)
            throws Exception {
        String application = setup.group(round);
        String group = PREFIX + application;
        long before = backlog.records();
        Usage usage;
        long read;
        Stage.Running running = stage.start(setup, clients, application);
        try {
            long first = backlog.awaitBegin(group);
            Usage begin = Usage.now();
            read = backlog.awaitEnd(group) - first;
            usage = Usage.now().since(begin);
        } finally {
            running.close();
        }
        double written = (double) (backlog.records() - before) / articles;
        long state = stage.forget(group);
        backlog.forget(group);
        return new Figures(
                read * 1e9 / usage.nanos(),
                usage.cpuNanos() / 1e3 / read,
                (double) usage.allocated() / read,
                written,
                (double) state / articles);
    }

    private void conclude() {
        out().println();
        runs.forEach((setup, figures) -> out().println(Figures.median(figures).line(setup.name())));
        out().printf(
                        "%nmedians of the ratios in each round: exactly once is %.2f of the passthrough (goal 0.35) and"
                                + " %.2f of at least once (goal 0.85);%ntwo threads are %.2f of one, two instances %.2f%n",
                        ratio(Setup.EXACTLY_ONCE, Setup.PASSTHROUGH),
                        ratio(Setup.EXACTLY_ONCE, Setup.AT_LEAST_ONCE),
                        ratio(Setup.TWO_THREADS, Setup.EXACTLY_ONCE),
                        ratio(Setup.TWO_INSTANCES, Setup.EXACTLY_ONCE));
        out().flush();
    }

    private double ratio(Setup one, Setup other) {
        List<Figures> ones = runs.getOrDefault(one, List.of());
        List<Figures> others = runs.getOrDefault(other, List.of());
        return Figures.median(IntStream.range(0, ones.size())
                .mapToDouble(round -> ones.get(round).rate() / others.get(round).rate())
                .toArray());
    }
}
