// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.ClusterCommand;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.kafka.TopicCreator;
import dev.racewire.schemas.Topics;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;

/** {@code racewire kafka-topics create}: creates what is missing and waits until every partition answers. */
@Command(name = "create", description = "Create the Kafka topics that are missing, and wait until they answer.")
final class KafkaTopicsCreateCommand extends ClusterCommand {

    @Override
    public Integer call() throws Exception {
        KafkaClients clients = reach();
        try (Admin admin = clients.admin()) {
            List<String> created = new TopicCreator(admin, clients.topicPrefix()).ensure(Topics.all());
            created.forEach(name -> out().println("created " + name));
            int present = Topics.all().size() - created.size();
            out().println(created.size() + " created, " + present + " there already; all partitions answer");
        }
        return ExitCode.DONE;
    }
}
