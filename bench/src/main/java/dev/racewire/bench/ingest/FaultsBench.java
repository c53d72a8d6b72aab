// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.ingest;

import dev.racewire.app.cli.CommandFailure;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.bench.Part;
import dev.racewire.simulator.Simulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code racewire bench ingest-faults}: three instances under kills, freezes and hand-overs, and an account of every
 * item.
 */
@Command(name = "ingest-faults", description = "Kill, freeze and hand over instances of ingest; count every item.")
public final class FaultsBench extends RacewireCommand {

    private static final Duration PACE = Duration.ofSeconds(9);
    private static final Duration FROZEN = Duration.ofSeconds(5);
    private static final Map<String, String> QUICK = Map.of(
            "ingest.min-interval", "2s",
            "ingest.max-interval", "2s",
            "ingest.start-spread", "0s",
            "ingest.host-pause", "0s",
            "ingest.session-timeout", "3s");

    @Option(names = "--feeds", paramLabel = "NUMBER", description = "Default: ${DEFAULT-VALUE}")
    private int feeds = 2_000;

    @Option(names = "--items", paramLabel = "NUMBER", description = "Items of each feed. Default: ${DEFAULT-VALUE}")
    private int items = 10;

    @Option(names = "--kills", paramLabel = "NUMBER", description = "Default: ${DEFAULT-VALUE}")
    private int kills = 20;

    @Option(
            names = "--freezes",
            paramLabel = "NUMBER",
            description = "Longer than the group's patience. Default: ${DEFAULT-VALUE}")
    private int freezes = 5;

    @Option(names = "--hand-overs", paramLabel = "NUMBER", description = "Default: ${DEFAULT-VALUE}")
    private int handOvers = 2;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Seed of the faults and the news. Default: another each time")
    private long seed = System.nanoTime();

    @Override
    public Integer call() throws Exception {
        out().println(Conditions.line() + ", seed " + seed);
        out().flush();
        SplittableRandom random = new SplittableRandom(seed);
        try (Stage stage = new Stage();
                Simulator simulator = Simulator.start()) {
            OutletsWithAnEnd outlets = new OutletsWithAnEnd(feeds, items, PACE, seed);
            outlets.open(stage.clients(), simulator);
            List<Part> instances = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                instances.add(stage.ingest("ingest-" + i, String.valueOf(simulator.port()), QUICK));
            }
            while (simulator.requests().requests() < feeds / 4) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            for (String fault : faults(random)) {
                TimeUnit.MILLISECONDS.sleep(random.nextLong(500, 4_000));
                strike(fault, instances.get(random.nextInt(instances.size())));
            }
            outlets.awaitEnd(simulator);
            return judge(ItemAccount.of(stage.clients(), simulator));
        }
    }

    private List<String> faults(SplittableRandom random) {
        List<String> faults = new ArrayList<>();
        add(faults, "kill", kills);
        add(faults, "freeze", freezes);
        add(faults, "hand-over", handOvers);
        for (int i = faults.size() - 1; i > 0; i--) {
            java.util.Collections.swap(faults, i, random.nextInt(i + 1));
        }
        return faults;
    }

    private static void add(List<String> faults, String name, int count) {
        for (int i = 0; i < count; i++) {
            faults.add(name);
        }
    }

    private static void strike(String fault, Part victim) throws Exception {
        switch (fault) {
            case "kill" -> victim.kill(Duration.ZERO);
            case "freeze" -> victim.freeze(FROZEN);
            default -> victim.handOver();
        }
    }

    private int judge(ItemAccount account) {
        out().printf("%,d feeds; %d kills, %d freezes, %d hand-overs%n", feeds, kills, freezes, handOvers);
        out().println(account.line());
        out().flush();
        if (!account.exact()) {
            throw CommandFailure.failed("items were lost, doubled or not accounted for: repeat with --seed " + seed);
        }
        return ExitCode.DONE;
    }
}
