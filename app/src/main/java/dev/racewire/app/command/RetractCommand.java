// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.Cluster;
import dev.racewire.app.cli.CommandFailure;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.SettingsCommand;
import dev.racewire.app.cli.StrangersText;
import dev.racewire.app.retract.KnownText;
import dev.racewire.app.retract.Selection;
import dev.racewire.app.retract.Withdrawal;
import dev.racewire.processor.ProcessorConfig;
import dev.racewire.processor.state.Lifetime;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code racewire retract}: withdraws texts for good. */
@Command(
        name = "retract",
        description = "Withdraw articles: they leave all counts, and their removal is recorded without the words.")
public final class RetractCommand extends SettingsCommand {

    private static final int MOST_LINES = 20;

    /** Longer than a clock is wrong. */
    private static final Duration MARGIN = Duration.ofDays(1);

    @Parameters(arity = "0..*", paramLabel = "ARTICLE", description = "Ids of articles, as every list shows them.")
    private Set<String> articles = new LinkedHashSet<>();

    @Option(names = "--feed", paramLabel = "URL", description = "All articles that this feed was the first to show.")
    private Set<String> feeds = new LinkedHashSet<>();

    @Option(names = "--publisher", paramLabel = "NAME", description = "All articles of this publisher's outlets.")
    private Set<String> publishers = new LinkedHashSet<>();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Of a feed or publisher only what was first seen then or later, such as"
                    + " 2026-11-24T08:00:00Z. Default: everything")
    private Instant since = Instant.EPOCH;

    @Option(names = "--dry-run", description = "Only show what would be withdrawn.")
    private boolean dryRun;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            defaultValue = "30s",
            description = "How long to wait until the counts have followed. Default: ${DEFAULT-VALUE}")
    private Duration wait = Duration.ofSeconds(30);

    @Override
    protected ConfigDef offered() {
        return KafkaClients.define(new ConfigDef());
    }

    @Override
    public Integer call() throws Exception {
        Selection selection = new Selection(articles, feeds, publishers, since);
        if (selection.isEmpty()) {
            throw CommandFailure.badUsage("nothing to withdraw: name article ids, --feed URL or --publisher NAME");
        }
        Settings settings = settings();
        KafkaClients clients = Cluster.reach(settings, this::say);
        Lifetime lifetime = new Lifetime(settings.duration(ProcessorConfig.HORIZON));
        Withdrawal withdrawal = new Withdrawal(
                clients, InstantSource.system(), lifetime.remembered().plus(MARGIN));
        List<KnownText> found = withdrawal.find(selection);
        show(found);
        if (found.isEmpty()) {
            throw CommandFailure.failed("no text of these is there: 'racewire tail racewire-classified-articles'"
                    + " and 'racewire feeds list' show ids, feeds and publishers");
        }
        if (dryRun) {
            out().printf("%,d articles would be withdrawn%n", found.size());
            return ExitCode.DONE;
        }
        return withdraw(withdrawal, found);
    }

    private int withdraw(Withdrawal withdrawal, List<KnownText> found) throws Exception {
        withdrawal.request(found);
        List<KnownText> left = withdrawal.await(found, wait);
        List<KnownText> forgotten = withdrawal.forgotten(left);
        withdrawal.takeWords(forgotten);
        int pending = left.size() - forgotten.size();
        out().printf("%,d articles withdrawn%n", found.size());
        if (!forgotten.isEmpty()) {
            out().printf(
                            "%,d of them are older than counts can change: their words are gone, the counts stay%n",
                            forgotten.size());
        }
        if (pending > 0) {
            out().printf(
                            "%,d of them still stand in the counts: the processor takes them out as soon as it runs%n",
                            pending);
        }
        out().flush();
        return ExitCode.DONE;
    }

    private void show(List<KnownText> found) {
        found.stream()
                .limit(MOST_LINES)
                .forEach(text -> out().printf(
                                "%s  %s  %s%n",
                                text.id(), StrangersText.plain(text.publisher()), StrangersText.plain(text.title())));
        if (found.size() > MOST_LINES) {
            out().printf("… and %,d more%n", found.size() - MOST_LINES);
        }
    }
}
