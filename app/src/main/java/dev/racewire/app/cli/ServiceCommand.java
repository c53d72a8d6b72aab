// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.cli;

import dev.racewire.app.AppSettings;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.lifecycle.Lifecycle;
import dev.racewire.runtime.lifecycle.Readiness;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A command that runs services until a signal, or until one of them has failed for good. */
public abstract class ServiceCommand extends SettingsCommand {

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Starts everything, in the order in which data goes through it. */
    protected abstract void start(Settings settings, Lifecycle lifecycle) throws Exception;

    @Override
    public final Integer call() throws Exception {
        Settings settings = settings();
        LogFormat.use(settings.text(AppSettings.LOG_FORMAT));
        tellChanged(settings);
        try (Lifecycle lifecycle = new Lifecycle()) {
            lifecycle.stopOnSignal();
            try {
                start(settings, lifecycle);
            } catch (Exception e) {
                if (lifecycle.isStopping()) {
                    return ExitCode.DONE; // a signal came while it started
                }
                throw e;
            }
            return run(lifecycle);
        }
    }

    private int run(Lifecycle lifecycle) throws InterruptedException {
        while (!lifecycle.awaitStopRequest(LOOK)) {
            Optional<String> failed = failed(lifecycle.readiness());
            if (failed.isPresent() && !lifecycle.isStopping()) {
                throw CommandFailure.failed(failed.get() + "; nothing is lost: start it again");
            }
        }
        return ExitCode.DONE;
    }

    private static Optional<String> failed(Map<String, Readiness> states) {
        return states.entrySet().stream()
                .filter(entry -> entry.getValue().state() == Readiness.State.FAILED)
                .map(entry ->
                        entry.getKey() + " has failed: " + entry.getValue().reason())
                .findFirst();
    }
}
