// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import dev.racewire.app.broker.BrokerConfig;
import dev.racewire.app.broker.EmbeddedBroker;
import dev.racewire.app.cli.CommandFailure;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.app.command.DurationConverter;
import dev.racewire.app.demo.TemporaryDirectory;
import dev.racewire.bench.processor.Conditions;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.lifecycle.Lifecycle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code racewire bench processor-faults}: strikes processors under load, and holds every cell against the ledger. */
@Command(
        name = "processor-faults",
        description = "Kill, freeze and hand over processors under load; hold every cell against what was shown.")
public final class ProcessorFaultsBench extends RacewireCommand {

    @Option(names = "--articles", paramLabel = "NUMBER", description = "Default: ${DEFAULT-VALUE}")
    private int articles = 100_000;

    @Option(names = "--kills", paramLabel = "NUMBER", description = "Faults in all. Default: ${DEFAULT-VALUE}")
    private int kills = 100;

    @Option(
            names = "--instances",
            paramLabel = "NUMBER",
            description = "More than one: some leave and join again, some are frozen. Default: ${DEFAULT-VALUE}")
    private int instances = 1;

    @Option(
            names = "--session",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            defaultValue = "10s",
            description = "Silence after which the group gives an instance up. Default: ${DEFAULT-VALUE}")
    private Duration session = Duration.ofSeconds(10);

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Repeat that run: same news, faults and pauses.")
    private @Nullable Long seed;

    @Option(names = "--keep", description = "Keep the directory with data and logs, and say where it is.")
    private boolean keep;

    private final long begin = System.nanoTime();

    @Override
    public Integer call() throws Exception {
        long chosen = seed == null ? ThreadLocalRandom.current().nextInt(1, 1_000_000) : seed;
        out().println(Conditions.now() + ", seed " + chosen);
        out().flush();
        TemporaryDirectory directory = new TemporaryDirectory("racewire-bench-", keep);
        try (Lifecycle lifecycle = new Lifecycle()) {
            lifecycle.stopOnSignal();
            lifecycle.start(directory);
            FaultReport report = run(new FaultPlan(chosen, articles, kills, instances, session), directory.path());
            out().print(report.summary(kills, seconds()));
            out().flush();
            if (!report.exact()) {
                throw CommandFailure.failed("not exact: repeat with --seed " + chosen);
            }
            return ExitCode.DONE;
        } finally {
            if (keep) {
                say("data and logs are in " + directory.path());
            }
        }
    }

    private FaultReport run(FaultPlan plan, Path folder) throws Exception {
        Map<String, String> shortSessions = Map.of("group.min.session.timeout.ms", "1000");
        try (EmbeddedBroker broker = new EmbeddedBroker(new BrokerConfig(folder.resolve("broker"), 0, shortSessions))) {
            broker.start();
            KafkaClients clients = KafkaClients.of(broker.bootstrapServers());
            try (FaultRun run = new FaultRun(plan, clients, folder, this::tell)) {
                return run.run();
            }
        }
    }

    private void tell(String line) {
        say(String.format("%2d:%02d  %s", seconds() / 60, seconds() % 60, line));
    }

    private long seconds() {
        return Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    }
}
