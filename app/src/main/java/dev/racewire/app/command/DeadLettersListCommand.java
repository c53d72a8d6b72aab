// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.Cluster;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.SettingsCommand;
import dev.racewire.app.cli.StrangersText;
import dev.racewire.app.deadletters.DeadLetter;
import dev.racewire.app.deadletters.DeadLetterBox;
import dev.racewire.runtime.kafka.KafkaClients;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code racewire dead-letters list}: a line a record. */
@Command(name = "list", description = "Print what was set aside: when, at which step, where it stood, how often, why.")
final class DeadLettersListCommand extends SettingsCommand {

    @Option(
            names = "-n",
            paramLabel = "COUNT",
            defaultValue = "50",
            description = "Only the latest so many. Default: ${DEFAULT-VALUE}")
    private int count = 50;

    @Override
    protected ConfigDef offered() {
        return KafkaClients.define(new ConfigDef());
    }

    @Override
    public Integer call() throws Exception {
        KafkaClients clients = Cluster.reach(settings(), this::say);
        Map<DeadLetter, Integer> letters = new DeadLetterBox(clients).letters();
        List<DeadLetter> latest = new ArrayList<>(letters.keySet());
        latest.sort(Comparator.comparing(DeadLetter::time).reversed());
        for (DeadLetter letter : latest.subList(0, Math.min(count, latest.size()))) {
            int times = letters.getOrDefault(letter, 1);
            out().printf(
                            "%s  %-7s  %-24s %,7d bytes  %s%s%n",
                            letter.time(),
                            letter.stage(),
                            letter.origin(),
                            letter.bytes(),
                            times == 1 ? "" : times + " times: ",
                            StrangersText.plain(letter.reason()));
        }
        out().printf(
                        "%,d records are set aside; 'racewire tail racewire-dead-letters --headers' shows their bytes%n",
                        letters.size());
        out().flush();
        return ExitCode.DONE;
    }
}
