// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.ClusterCommand;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.topics.TopicCheck;
import dev.racewire.app.topics.TopicInspector;
import dev.racewire.runtime.kafka.KafkaClients;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;

/** {@code racewire kafka-topics describe}: what there is, and what differs from what should be. */
@Command(name = "describe", description = "Show the Kafka topics; exit code 1 when one is not as it should be.")
final class KafkaTopicsDescribeCommand extends ClusterCommand {

    @Override
    public Integer call() throws Exception {
        KafkaClients clients = reach();
        try (Admin admin = clients.admin()) {
            List<TopicCheck> checks = new TopicInspector(admin, clients.topicPrefix()).check();
            checks.forEach(this::print);
            boolean right =
                    checks.stream().allMatch(check -> check.differences().isEmpty());
            return right ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private void print(TopicCheck check) {
        String state = check.differences().isEmpty() ? "as it should be" : String.join("; ", check.differences());
        out().printf("%-32s %2d partitions x %d  %s%n", check.name(), check.partitions(), check.replicas(), state);
    }
}
