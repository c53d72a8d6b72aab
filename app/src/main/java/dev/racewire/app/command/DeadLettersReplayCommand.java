// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.Cluster;
import dev.racewire.app.cli.CommandFailure;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.SettingsCommand;
import dev.racewire.app.deadletters.DeadLetter;
import dev.racewire.app.deadletters.DeadLetterBox;
import dev.racewire.runtime.kafka.KafkaClients;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code racewire dead-letters replay}: sends what was set aside through again, after an upgrade that can read it. */
@Command(
        name = "replay",
        description = "Send what was set aside through again; what this version can't read either stays where it is.")
final class DeadLettersReplayCommand extends SettingsCommand {

    @Parameters(
            arity = "0..*",
            paramLabel = "ORIGIN",
            description = "Only these, as 'list' shows them, such as racewire-articles-3@17. Default: all")
    private Set<String> origins = new LinkedHashSet<>();

    @Option(names = "--dry-run", description = "Only say what would be sent.")
    private boolean dryRun;

    @Override
    protected ConfigDef offered() {
        return KafkaClients.define(new ConfigDef());
    }

    @Override
    public Integer call() throws Exception {
        DeadLetterBox box = new DeadLetterBox(Cluster.reach(settings(), this::say));
        List<DeadLetter> wanted = box.letters().keySet().stream()
                .filter(letter -> origins.isEmpty() || origins.contains(letter.origin()))
                .toList();
        checkFound(wanted);
        List<DeadLetter> sent = wanted.stream().filter(box::isWorthReplaying).toList();
        if (!dryRun) {
            box.replay(sent);
        }
        out().printf(
                        "%,d records %s, %,d stay: this version can't read them either%n",
                        sent.size(), dryRun ? "would be sent again" : "sent again", wanted.size() - sent.size());
        out().flush();
        return ExitCode.DONE;
    }

    private void checkFound(List<DeadLetter> found) {
        Set<String> missing = new LinkedHashSet<>(origins);
        found.forEach(letter -> missing.remove(letter.origin()));
        if (!missing.isEmpty()) {
            throw CommandFailure.badUsage("nothing was set aside from " + String.join(", ", missing)
                    + ": 'racewire dead-letters list' shows what was");
        }
    }
}
