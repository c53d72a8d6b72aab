// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.CommandFailure;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.SettingsCommand;
import dev.racewire.app.instance.Instance;
import dev.racewire.app.instance.InstanceDirectory;
import dev.racewire.dashboard.DashboardConfig;
import dev.racewire.dashboard.http.Passes;
import dev.racewire.runtime.config.Settings;
import java.net.URI;
import java.time.InstantSource;
import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code racewire link}: a link that opens the page of a dashboard with a token in one browser. */
@Command(
        name = "link",
        description = "Make a link that opens a page with a token once, within ten minutes.",
        footer = "It needs dashboard.token, as the dashboard has it: --config FILE or RACEWIRE_DASHBOARD_TOKEN.")
public final class LinkCommand extends SettingsCommand {

    @Option(
            names = "--page",
            paramLabel = "URL",
            description = "Address of the page. Default: that of the instance which runs on this machine")
    private @Nullable URI page;

    @Override
    protected ConfigDef offered() {
        return DashboardConfig.define(new ConfigDef());
    }

    @Override
    public Integer call() {
        Settings settings = settings();
        String token = settings.secret(DashboardConfig.TOKEN)
                .orElseThrow(() -> CommandFailure.badUsage("the page needs no link without " + DashboardConfig.TOKEN
                        + ": give it as the dashboard has it, by --config FILE or RACEWIRE_DASHBOARD_TOKEN"));
        out().println(address().resolve("/?once=" + new Passes(token, InstantSource.system()).link()));
        return ExitCode.DONE;
    }

    private URI address() {
        if (page != null) {
            if (page.getHost() == null) {
                throw CommandFailure.badUsage("--page: " + page + " is no address such as https://news.example/");
            }
            return page;
        }
        return InstanceDirectory.ofUser()
                .latest()
                .flatMap(Instance::page)
                .map(URI::create)
                .orElseThrow(() -> CommandFailure.badUsage("no page runs on this machine: name one with --page URL"));
    }
}
