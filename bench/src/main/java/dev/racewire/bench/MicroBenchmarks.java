// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench;

import dev.racewire.app.cli.CommandFailure;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code racewire bench micro}: the JMH benchmarks, with what they allocate. */
@Command(name = "micro", description = "Run JMH benchmarks of single steps, with allocation.")
public final class MicroBenchmarks extends RacewireCommand {

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "Benchmarks whose name contains this. Default: all of them")
    private List<String> names = List.of();

    @Option(names = "--forks", paramLabel = "NUMBER", description = "JVMs for each. Default: as each says")
    private @Nullable Integer forks;

    @Option(names = "--json", paramLabel = "FILE", description = "Also writes the results there.")
    private @Nullable String json;

    @Override
    public Integer call() throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().addProfiler(GCProfiler.class);
        names.forEach(options::include);
        if (forks != null) {
            options.forks(forks);
        }
        if (json != null) {
            options.resultFormat(ResultFormatType.JSON).result(json);
        }
        try {
            new Runner(options.build()).run();
        } catch (NoBenchmarksException none) {
            throw CommandFailure.badUsage("no benchmark is called " + String.join(" or ", names));
        }
        return ExitCode.DONE;
    }
}
