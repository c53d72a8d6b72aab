// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.ingest;

import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.bench.Part;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code racewire bench ingest-poll}: what a poll costs when nothing changed, or when something did. */
@Command(
        name = "ingest-poll",
        description = "Polls/s and processor time per poll of ingest, beside a bare loop of the same client over the"
                + " same feeds. With --changed each answer has something new, and the loop parses it.")
public final class PollBench extends RacewireCommand {

    private static final Map<String, String> AS_FAST_AS_IT_CAN = Map.of(
            "ingest.min-interval", "100ms",
            "ingest.max-interval", "100ms",
            "ingest.start-spread", "0s",
            "ingest.host-pause", "0s",
            "ingest.max-in-flight", "64");
    private static final long NOTHING_NEW = Duration.ofDays(365).toMillis();

    @Option(names = "--feeds", paramLabel = "NUMBER", description = "Default: ${DEFAULT-VALUE}")
    private int feeds = 10_000;

    @Option(
            names = "--seconds",
            paramLabel = "NUMBER",
            description = "Time of each measurement. Default: ${DEFAULT-VALUE}")
    private int seconds = 30;

    @Option(
            names = "--rounds",
            paramLabel = "NUMBER",
            description = "Measurements of ingest. Default: ${DEFAULT-VALUE}")
    private int rounds = 3;

    @Option(
            names = "--changed",
            description = "Each feed publishes so often that nearly every answer has something new.")
    private boolean changed;

    @Option(
            names = "--gap",
            paramLabel = "SECONDS",
            description = "With --changed: time between two items of a feed. Default: ${DEFAULT-VALUE}")
    private int gap = 4;

    /** Polls, the time they took, and the processor time they took. */
    private record Rate(double polls, double seconds, double cpu) {

        double perSecond() {
            return polls / seconds;
        }

        double millis() {
            return cpu * 1_000 / polls;
        }

        String words(String name) {
            return String.format(
                    Locale.ROOT, "%-28s %,9.0f polls/s %8.3f ms of processor time a poll", name, perSecond(), millis());
        }
    }

    @Override
    public Integer call() throws Exception {
        World world = new World(feeds, changed ? gap * 1_000L : NOTHING_NEW);
        out().println(Conditions.line());
        out().printf("%,d feeds, %s%n", feeds, changed ? "something new in nearly every answer" : "nothing new: 304");
        try (Stage stage = new Stage()) {
            Part server = stage.part(FeedServerMain.class, "feeds", world.arguments());
            String port = server.line();
            Rate bare = bare(stage, world, port);
            out().println(bare.words(changed ? "bare loop with parser" : "bare loop"));
            out().flush();
            stage.publish(world);
            Part ingest = stage.ingest("ingest", port, AS_FAST_AS_IT_CAN);
            long before = requests(server);
            while (requests(server) < before + feeds * 1.2) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            Rate[] rates = new Rate[rounds];
            for (int i = 0; i < rounds; i++) {
                rates[i] = measure(ingest, server);
            }
            java.util.Arrays.sort(rates, java.util.Comparator.comparingDouble(Rate::perSecond));
            Rate median = rates[rounds / 2];
            out().println(median.words("ingest, median of " + rounds));
            out().printf(
                            Locale.ROOT,
                            "%-28s %.0f %% of the rate, %.0f %% of the polls per processor second%n",
                            "ingest over the bare loop",
                            100 * median.perSecond() / bare.perSecond(),
                            100 * bare.millis() / median.millis());
            out().flush();
        }
        return ExitCode.DONE;
    }

    private Rate bare(Stage stage, World world, String port) throws IOException {
        List<String> arguments = world.arguments();
        arguments.addAll(List.of(port, changed ? "parse" : "fetch", String.valueOf(seconds)));
        Part loop = stage.part(BareLoopMain.class, "bare", arguments);
        String[] figures = loop.line().split(" ");
        loop.close();
        return new Rate(Double.parseDouble(figures[0]), Double.parseDouble(figures[1]), Double.parseDouble(figures[2]));
    }

    private Rate measure(Part ingest, Part server) throws IOException, InterruptedException {
        long polls = requests(server);
        Duration cpu = ingest.cpu();
        long began = System.nanoTime();
        TimeUnit.SECONDS.sleep(seconds);
        double time = (System.nanoTime() - began) / 1e9;
        return new Rate(requests(server) - polls, time, ingest.cpu().minus(cpu).toMillis() / 1e3);
    }

    private static long requests(Part server) throws IOException {
        return Long.parseLong(server.ask("requests"));
    }
}
