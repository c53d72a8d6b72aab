// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.instance;

import dev.racewire.runtime.lifecycle.Readiness;
import dev.racewire.runtime.lifecycle.Service;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes this process known to the other commands of the user for as long as it runs. */
public final class InstanceFile implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceFile.class);

    private final InstanceDirectory directory;
    private final Instance instance;

    public InstanceFile(InstanceDirectory directory, Instance instance) {
        this.directory = directory;
        this.instance = instance;
    }

    @Override
    public String name() {
        return "instance";
    }

    /** A home that can't be written to is no reason not to run: other commands then need {@code --bootstrap-servers}. */
    @Override
    public void start() {
        try {
            directory.add(instance);
        } catch (IOException e) {
            LOG.warn("other commands will need --bootstrap-servers {}: {}", instance.bootstrapServers(), e.toString());
        }
    }

    @Override
    public Readiness readiness() {
        return Readiness.ready();
    }

    @Override
    public void close() {
        try {
            directory.remove(instance.pid());
        } catch (IOException e) {
            LOG.debug("the instance file stays behind; it is ignored once this process is gone", e);
        }
    }
}
