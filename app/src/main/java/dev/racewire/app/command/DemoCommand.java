// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.racewire.app.AppSettings;
import dev.racewire.app.cli.ServiceCommand;
import dev.racewire.app.demo.Demo;
import dev.racewire.app.demo.TemporaryDirectory;
import dev.racewire.app.demo.narrate.Line;
import dev.racewire.app.instance.DataDirectory;
import dev.racewire.app.instance.DataDirectory.Use;
import dev.racewire.app.role.Installation;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.runtime.lifecycle.Lifecycle;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code racewire demo}: everything on this machine, on a sample week of invented news. */
@Command(
        name = "demo",
        description = "See it work, without a network: a sample week of invented news is replayed in two minutes.")
public final class DemoCommand extends ServiceCommand {

    @Option(
            names = "--length",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            defaultValue = "2m",
            description = "How long the week takes, for example 90s or 10m. Default: ${DEFAULT-VALUE}.")
    private Duration length = Duration.ofMinutes(2);

    @Override
    protected ConfigDef offered() {
        return AppSettings.installation();
    }

    @Override
    protected void start(Settings settings, Lifecycle lifecycle) throws Exception {
        hushLogs();
        Demo demo = new Demo(this::tell, length);
        lifecycle.start(demo);
        say("racewire: a SAMPLE week of invented news from " + demo.outlets() + " invented outlets, in "
                + length.toSeconds() + " seconds");
        DataDirectory data = new DataDirectory(directory(lifecycle).path(AppSettings.DATA_DIR), Use.SAMPLE);
        Map<String, String> own = new HashMap<>(AppSettings.within(data));
        own.putAll(demo.settings());
        Installation installation = new Installation("demo", settings(Map.of(), own), data, lifecycle);
        lifecycle.start(data);
        KafkaClients clients = installation.startBroker();
        demo.begin(clients);
        lifecycle.start(demo.narrator(clients));
        installation.startRoles(clients).lines().forEach(this::say);
        say(
                "racewire: 'racewire matrix', 'tail racewire-counts' and 'audit' work in another terminal; Ctrl-C stops it");
    }

    /** What goes as planned is told by the narrator alone. */
    private static void hushLogs() {
        logger("dev.racewire").setLevel(Level.WARN);
        logger("dev.racewire.processor.deadletter").setLevel(Level.ERROR);
        logger("org.apache.kafka").setLevel(Level.ERROR);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    /** A directory that was named is kept; else there is one that goes when the demo ends. */
    private Settings directory(Lifecycle lifecycle) throws Exception {
        TemporaryDirectory temporary = new TemporaryDirectory("racewire-demo-", false);
        lifecycle.start(temporary);
        return settings(Map.of(AppSettings.DATA_DIR, temporary.path().toString()));
    }

    /** A line with the time since the process began. */
    private void tell(Line line) {
        Duration up = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        say("%3d:%02d  %-12s %s".formatted(up.toMinutes(), up.toSecondsPart(), line.event(), line.text()));
    }
}
