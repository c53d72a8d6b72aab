// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.soak;

import dev.racewire.app.audit.Account;
import dev.racewire.app.audit.ArticleAudit;
import dev.racewire.app.audit.AuditResult;
import dev.racewire.app.audit.Auditor;
import dev.racewire.app.cli.CommandFailure;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.bench.Part;
import dev.racewire.bench.dashboard.Load;
import dev.racewire.bench.dashboard.Questions;
import dev.racewire.bench.ingest.World;
import dev.racewire.bench.processor.Conditions;
import dev.racewire.processor.ProcessorConfig;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.config.ConfigDef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code racewire bench soak}: an hour of news at a steady rate, a fault every minute. It ends with an audit, for parts
 * that stay small by losing news would be no use.
 */
@Command(
        name = "soak",
        description =
                "All parts for an hour at a steady rate, a fault every minute: heap, memory, threads and handles of"
                        + " those that live through it; then an audit.")
public final class SoakBench extends RacewireCommand {

    private static final String GROUP = String.valueOf(
            ProcessorConfig.application(new ConfigDef()).defaultValues().get(ProcessorConfig.APPLICATION_ID));
    private static final int GAP_SECONDS = 30;
    private static final int QUESTIONS_A_SECOND = 2;
    private static final int HOSTILE_OF_EACH_KIND = 5;
    private static final int SAMPLES = 12;

    @Option(names = "--minutes", paramLabel = "NUMBER", description = "Default: ${DEFAULT-VALUE}")
    private int minutes = 60;

    @Option(names = "--rate", paramLabel = "NUMBER", description = "Articles a second. Default: ${DEFAULT-VALUE}")
    private int rate = 50;

    @Option(
            names = "--kept",
            paramLabel = "NUMBER",
            description = "Articles that the dashboard holds at most; reached early, so that what grows is a leak."
                    + " Default: ${DEFAULT-VALUE}")
    private int kept = 10_000;

    private final Map<String, List<Footprint>> footprints = new LinkedHashMap<>();

    @Override
    public Integer call() throws Exception {
        out().println(Conditions.now());
        out().println("minute  part       " + Footprint.COLUMNS);
        out().flush();
        World world = new World(rate * GAP_SECONDS, TimeUnit.SECONDS.toMillis(GAP_SECONDS));
        try (RunningSystem system = new RunningSystem(world, HOSTILE_OF_EACH_KIND, kept)) {
            Load readers = new Load(List.of(system.page().toString()));
            Thread asking = new Thread(() -> ask(readers), "readers");
            asking.setDaemon(true);
            asking.start();
            Troubles troubles = new Troubles(system);
            live(system, troubles);
            asking.join();
            growth();
            system.ingest().stop();
            system.otherIngest().stop();
            return judge(system, troubles, readers);
        }
    }

    private void ask(Load readers) {
        try {
            TimeUnit.MINUTES.sleep(1); // by then the page is there
            readers.run(new Questions(1), QUESTIONS_A_SECOND, readingSeconds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int readingSeconds() {
        return (minutes - 1) * 60;
    }

    private void live(RunningSystem system, Troubles troubles) throws Exception {
        long begin = System.nanoTime();
        int taken = 0;
        for (int minute = 1; minute <= minutes; minute++) {
            long rest = TimeUnit.MINUTES.toNanos(minute) - (System.nanoTime() - begin);
            TimeUnit.NANOSECONDS.sleep(rest);
            if (minute * SAMPLES / minutes > taken) {
                taken = minute * SAMPLES / minutes;
                sample(minute, system);
            }
            troubles.strike();
        }
    }

    private void sample(int minute, RunningSystem system) throws Exception {
        for (Map.Entry<String, Part> part : system.watched().entrySet()) {
            Footprint footprint = Footprint.of(part.getValue());
            footprints.computeIfAbsent(part.getKey(), name -> new ArrayList<>()).add(footprint);
            out().printf("%6d  %-9s  %s%n", minute, part.getKey(), footprint.line());
        }
        out().flush();
    }

    /** Between the second quarter and the last: in the first everything still warms up. */
    private void growth() {
        footprints.forEach((part, samples) -> {
            int quarter = Math.max(1, samples.size() / 4);
            Footprint early = Footprint.median(
                    samples.subList(Math.min(quarter, samples.size() - 1), Math.min(2 * quarter, samples.size())));
            Footprint late = Footprint.median(samples.subList(samples.size() - quarter, samples.size()));
            out().printf("growth  %-9s  %s%n", part, late.since(early));
        });
    }

    private int judge(RunningSystem system, Troubles troubles, Load readers) throws Exception {
        Account account = new ArticleAudit(system.clients(), GROUP, InstantSource.system()).run();
        AuditResult cells = new Auditor(system.clients(), InstantSource.system()).cells();
        out().printf(
                        "%d faults; %,d sightings, %,d articles, %,d unreadable, %,d unexplained; %,d cells, %,d differ;"
                                + " readers asked %,d times, %,d without an answer%n",
                        troubles.struck(),
                        account.sightings(),
                        account.articles(),
                        account.unreadable(),
                        account.unexplained().size(),
                        cells.cells(),
                        cells.differences().size(),
                        readingSeconds() * QUESTIONS_A_SECOND,
                        readers.failures());
        out().flush();
        if (!account.clean() || !cells.clean()) {
            throw CommandFailure.failed("what was published is not what is counted");
        }
        return ExitCode.DONE;
    }
}
