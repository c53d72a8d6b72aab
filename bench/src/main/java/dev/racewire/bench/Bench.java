// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.racewire.app.cli.CommandGroups;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.Program;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.bench.dashboard.DashboardBench;
import dev.racewire.bench.exactness.ClusterFaultsBench;
import dev.racewire.bench.exactness.ProcessorFaultsBench;
import dev.racewire.bench.ingest.FaultsBench;
import dev.racewire.bench.ingest.HostileBench;
import dev.racewire.bench.ingest.ManyFeedsBench;
import dev.racewire.bench.ingest.PollBench;
import dev.racewire.bench.ingest.StatesBench;
import dev.racewire.bench.processor.LatencyBench;
import dev.racewire.bench.processor.ProcessorBench;
import dev.racewire.bench.processor.RecoveryBench;
import dev.racewire.bench.processor.ReprocessBench;
import dev.racewire.bench.soak.SoakBench;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** {@code racewire bench}: what it costs, beside what the bare libraries cost. */
@Command(
        name = "racewire bench",
        description = "Measure, side by side in one run. Figures are medians; the first lines say the conditions.",
        synopsisSubcommandLabel = "NAME",
        subcommands = {
            MicroBenchmarks.class,
            PollBench.class,
            FaultsBench.class,
            HostileBench.class,
            StatesBench.class,
            ManyFeedsBench.class,
            DashboardBench.class,
            ProcessorBench.class,
            LatencyBench.class,
            RecoveryBench.class,
            ReprocessBench.class,
            ProcessorFaultsBench.class,
            ClusterFaultsBench.class,
            SoakBench.class,
        })
public final class Bench extends RacewireCommand {

    private static final CommandGroups GROUPS = new CommandGroups()
            .with("Small parts", "micro")
            .with("Ingest", "ingest-poll", "ingest-faults", "ingest-hostile", "ingest-states", "feeds-50000")
            .with("Dashboard", "dashboard")
            .with("Processor", "processor", "latency", "recovery", "reprocess", "processor-faults")
            .with("All of it", "soak", "cluster-faults");

    private Bench() {}

    /** Without a name: shows what there is. */
    @Override
    public Integer call() {
        spec().commandLine().usage(out());
        return ExitCode.DONE;
    }

    public static void main(String[] arguments) {
        // What the measured programs tell of themselves would stand between the lines of a table.
        if (LoggerFactory.getLogger("dev.racewire") instanceof Logger ours) {
            ours.setLevel(Level.WARN);
        }
        System.exit(new Program(new Bench(), GROUPS).run(arguments));
    }
}
