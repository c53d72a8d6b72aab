// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import dev.racewire.app.cli.CommandFailure;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.app.demo.TemporaryDirectory;
import dev.racewire.bench.ingest.ItemAccount;
import dev.racewire.bench.processor.Conditions;
import dev.racewire.runtime.lifecycle.Lifecycle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code racewire bench cluster-faults}: three brokers, and ingest and processors on them, come and go under load. */
@Command(
        name = "cluster-faults",
        description =
                "Kill, roll, add and remove brokers, ingest and processors of a cluster; hold every cell and every"
                        + " item against what was shown.")
public final class ClusterFaultsBench extends RacewireCommand {

    @Option(names = "--articles", paramLabel = "NUMBER", description = "Default: ${DEFAULT-VALUE}")
    private int articles = 20_000;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Repeat that run: same news, same brokers killed.")
    private @Nullable Long seed;

    @Option(names = "--keep", description = "Keep the directory with data and logs, and say where it is.")
    private boolean keep;

    private final long begin = System.nanoTime();

    @Override
    public Integer call() throws Exception {
        long chosen = seed == null ? ThreadLocalRandom.current().nextInt(1, 1_000_000) : seed;
        out().println(Conditions.now() + ", seed " + chosen);
        out().println("three brokers, every partition three times, two copies must have a record; "
                + ClusterRun.FAULTS.size() + " faults");
        out().flush();
        TemporaryDirectory directory = new TemporaryDirectory("racewire-bench-", keep);
        try (Lifecycle lifecycle = new Lifecycle()) {
            lifecycle.stopOnSignal();
            lifecycle.start(directory);
            if (!run(chosen, directory.path())) {
                throw CommandFailure.failed("not exact: repeat with --seed " + chosen);
            }
            return ExitCode.DONE;
        } finally {
            if (keep) {
                say("data and logs are in " + directory.path());
            }
        }
    }

    private boolean run(long chosen, Path folder) throws Exception {
        try (ThreeBrokers brokers = new ThreeBrokers(folder)) {
            tell("three brokers are in sync");
            try (ClusterRun run = new ClusterRun(brokers, folder, chosen, articles, this::tell)) {
                FaultReport report = run.run();
                out().print(report.summary(ClusterRun.FAULTS.size(), seconds()));
                ItemAccount items = run.items();
                out().println("ingest: " + items.line());
                out().flush();
                return report.exact() && items.exact();
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
