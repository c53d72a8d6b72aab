// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.app.demo.TemporaryDirectory;
import dev.racewire.app.prove.Proof;
import dev.racewire.app.prove.Reckoning;
import dev.racewire.runtime.lifecycle.Lifecycle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code racewire prove}: kills the processes under load, and shows that every number is still right. */
@Command(
        name = "prove",
        description = "Kill broker, ingest and processor under load, then count everything again: about a minute.")
public final class ProveCommand extends RacewireCommand {

    private static final int MOST_LINES = 20;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Repeat that run: same news, victims, pauses.")
    private @Nullable Long seed;

    @Option(names = "--kills", paramLabel = "COUNT", defaultValue = "10", description = "How many. Default: 10")
    private int kills = 10;

    @Option(names = "--feeds", paramLabel = "COUNT", defaultValue = "30", description = "How many. Default: 30")
    private int feeds = 30;

    @Option(
            names = "--length",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            defaultValue = "40s",
            description = "How long new articles appear. Default: ${DEFAULT-VALUE}")
    private Duration length = Duration.ofSeconds(40);

    @Option(names = "--keep", description = "Keep the directory with data and logs, and say where it is.")
    private boolean keep;

    private final long begin = System.nanoTime();

    @Override
    public Integer call() throws Exception {
        long chosen = seed == null ? ThreadLocalRandom.current().nextInt(1, 1_000_000) : seed;
        say("racewire prove: " + kills + " kills at random under load (seed " + chosen + ")");
        TemporaryDirectory directory = new TemporaryDirectory("racewire-prove-", keep);
        try (Lifecycle lifecycle = new Lifecycle()) {
            lifecycle.stopOnSignal();
            lifecycle.start(directory);
            return prove(chosen, directory.path(), lifecycle);
        } finally {
            if (keep) {
                say("data and logs are in " + directory.path());
            }
        }
    }

    private int prove(long chosen, Path folder, Lifecycle lifecycle) throws Exception {
        int perFeed = (int) Math.max(10, length.toSeconds());
        Proof.Verdict verdict =
                new Proof(new Proof.Plan(chosen, kills, feeds, perFeed, length), folder, lifecycle, this::tell).run();
        Reckoning reckoning = verdict.reckoning();
        out().printf("%n");
        row("shown", reckoning.shown(), "articles by " + feeds + " feeds, " + reckoning.edited() + " of them edited");
        row(
                "counted",
                reckoning.counted(),
                "in " + String.format("%,d", reckoning.cells()) + " cells; the others are about something else");
        row("lost", reckoning.lost().size(), "");
        row("double", reckoning.doubled().size(), "");
        row(
                "wrong cells",
                reckoning.wrong().size() + verdict.audit().differences().size(),
                "each counted again, from what was shown, and by the audit");
        out().printf("%n");
        print(reckoning.lost());
        print(reckoning.doubled());
        print(reckoning.wrong());
        print(verdict.audit().differences());
        out().printf(
                        "%s after %d kills, in %d s. The same run again: racewire prove --seed %d%n",
                        verdict.exact() ? "EXACT" : "NOT EXACT", kills, seconds(), chosen);
        out().flush();
        return verdict.exact() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void row(String name, int number, String remark) {
        out().printf("  %-12s %,7d  %s%n", name, number, remark);
    }

    private void print(List<String> lines) {
        lines.stream().limit(MOST_LINES).forEach(line -> out().println("  " + line));
        if (lines.size() > MOST_LINES) {
            out().printf("  … and %,d more%n", lines.size() - MOST_LINES);
        }
    }

    private void tell(String line) {
        say(String.format("%2d:%02d  %s", seconds() / 60, seconds() % 60, line));
    }

    private long seconds() {
        return Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    }
}
