// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import static dev.racewire.runtime.config.Durations.VALIDATOR;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;

import dev.racewire.ingest.fetch.FetchLimits;
import dev.racewire.ingest.fetch.HttpClientSettings;
import dev.racewire.ingest.fetch.HttpFetcher;
import dev.racewire.ingest.fetch.Secrets;
import dev.racewire.ingest.schedule.Pace;
import dev.racewire.runtime.config.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BiConsumer;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** The settings of ingest, under {@code ingest.}; {@link #define} says what each means. */
public record IngestConfig(
        int maxInFlight,
        Pace pace,
        Duration startSpread,
        int perHost,
        Duration hostPause,
        FetchLimits limits,
        int maxItems,
        String contact,
        boolean allowPrivateAddresses,
        @Nullable URI proxy,
        @Nullable Path secretsFile,
        @Nullable Path dataDir,
        int batchPolls,
        Duration batchDelay,
        int maxDisk,
        Duration sessionTimeout) {

    public static final String DATA_DIR = "ingest.data-dir";

    public static final String MAX_DISK = "ingest.max-disk";

    private static final String P = "ingest.";

    /** Adds the settings of ingest. */
    public static ConfigDef define(ConfigDef d) {
        text(d, "min-interval", "5m", "Shortest time between two polls of a feed; a feed's own bounds win.");
        text(d, "max-interval", "20m", "Longest time between two polls of a feed that works.");
        text(
                d,
                "start-spread",
                "30s",
                "New and overdue feeds are spread over this time, against a storm at the start.");
        number(d, "max-in-flight", 64, 1, "Polls under way at once.");
        number(d, "per-host", 2, 1, "Requests under way at once to one host.");
        text(d, "host-pause", "1s", "Time between the starts of two requests to one host.");
        text(d, "deadline", "30s", "Most that one poll may take, with all redirects and the body.");
        number(d, "max-body-bytes", 10 * 1024 * 1024, 1024, "Most that is read of one answer, packed and unpacked.");
        number(d, "max-items", 2_000, 1, "Most items that are taken from one answer.");
        checked(
                d,
                "contact",
                IngestConfig::checkContact,
                "Address or page for publishers, sent in the User-Agent header. Please set it.");
        d.define(
                P + "allow-private-addresses",
                ConfigDef.Type.BOOLEAN,
                false,
                Importance.MEDIUM,
                "Poll loopback and private addresses too: for feeds inside an intranet, and for tests.");
        checked(d, "proxy", IngestConfig::checkProxy, "HTTP proxy for all polls, http://host:port.");
        plain(d, "secrets-file", "", "Properties file with the secrets that feed addresses name, and headers by host.");
        plain(d, "data-dir", "", "Directory for this instance's identity; with it a restart after a crash is quicker.");
        number(d, "batch-polls", 200, 1, "Most polls in one transaction.");
        text(d, "batch-delay", "100ms", "Longest that a finished poll waits for others to share its transaction.");
        d.define(
                MAX_DISK,
                ConfigDef.Type.INT,
                90,
                ConfigDef.Range.between(1, 100),
                Importance.MEDIUM,
                "Polling stops while a broker's disk is fuller than this many percent and has less than 10 GB left;"
                        + " 100: never.");
        return text(d, "session-timeout", "10s", "After this long without a sign an instance's feeds go to others.");
    }

    private static ConfigDef text(ConfigDef d, String name, String value, String doc) {
        return d.define(P + name, ConfigDef.Type.STRING, value, VALIDATOR, Importance.MEDIUM, doc);
    }

    private static void plain(ConfigDef d, String name, String value, String doc) {
        d.define(P + name, ConfigDef.Type.STRING, value, Importance.MEDIUM, doc);
    }

    private static void checked(ConfigDef d, String name, BiConsumer<String, String> check, String doc) {
        ConfigDef.Validator validator = ConfigDef.LambdaValidator.with(
                (setting, value) -> check.accept(setting, String.valueOf(value).strip()), () -> "");
        d.define(P + name, ConfigDef.Type.STRING, "", validator, Importance.MEDIUM, doc);
    }

    private static void checkProxy(String name, String value) {
        if (!value.isEmpty() && !value.matches("http://(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9.-]+):\\d{1,5}/?")) {
            throw new ConfigException(name + ": '" + value + "' is no proxy: write http://host:port");
        }
    }

    /** It goes into a header: nothing may end the line. */
    private static void checkContact(String name, String value) {
        if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new ConfigException(name + ": letters, digits and signs of ASCII only");
        }
    }

    private static void number(ConfigDef d, String name, int value, int least, String doc) {
        d.define(P + name, ConfigDef.Type.INT, value, atLeast(least), Importance.MEDIUM, doc);
    }

    /** The settings as they were given. */
    public static IngestConfig of(Settings settings) {
        return new IngestConfig(
                settings.integer(P + "max-in-flight"),
                new Pace(settings.duration(P + "min-interval"), settings.duration(P + "max-interval")),
                settings.duration(P + "start-spread"),
                settings.integer(P + "per-host"),
                settings.duration(P + "host-pause"),
                FetchLimits.of(settings.duration(P + "deadline"), settings.integer(P + "max-body-bytes")),
                settings.integer(P + "max-items"),
                settings.text(P + "contact").strip(),
                settings.flag(P + "allow-private-addresses"),
                settings.address(P + "proxy").orElse(null),
                settings.optionalText(P + "secrets-file").map(Path::of).orElse(null),
                settings.optionalText(P + "data-dir").map(Path::of).orElse(null),
                settings.integer(P + "batch-polls"),
                settings.duration(P + "batch-delay"),
                settings.integer(MAX_DISK),
                settings.duration(P + "session-timeout"));
    }

    /** A fetcher with these settings. */
    HttpFetcher fetcher(InstantSource clock) {
        Secrets secrets = secretsFile == null ? Secrets.none() : Secrets.read(secretsFile);
        HttpClientSettings http =
                new HttpClientSettings(userAgent(), maxInFlight, perHost, allowPrivateAddresses, proxy);
        return new HttpFetcher(http, limits, secrets, clock);
    }

    /** Who asks: project, version and contact. */
    String userAgent() {
        String version = IngestConfig.class.getPackage().getImplementationVersion();
        String name = "Racewire/" + (version == null ? "dev" : version);
        return contact.isEmpty() ? name + " (news feed reader)" : name + " (+" + contact + ")";
    }
}
