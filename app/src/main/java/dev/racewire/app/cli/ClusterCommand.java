// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.cli;

import dev.racewire.runtime.kafka.KafkaClients;
import org.apache.kafka.common.config.ConfigDef;

/** A command that works on a running installation: the one whose brokers are named, else the one on this machine. */
public abstract class ClusterCommand extends SettingsCommand {

    @Override
    protected ConfigDef offered() {
        return KafkaClients.define(new ConfigDef());
    }

    /**
     * Clients of its broker, which has answered.
     *
     * @throws CommandFailure when there is none
     */
    protected final KafkaClients reach() throws InterruptedException {
        return Cluster.reach(settings(), this::say);
    }
}
