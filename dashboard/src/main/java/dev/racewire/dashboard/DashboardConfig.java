// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard;

import dev.racewire.dashboard.query.Completeness;
import dev.racewire.runtime.config.Durations;
import dev.racewire.runtime.config.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * Settings of the dashboard.
 *
 * @param bind address to listen on
 * @param port port to listen on, or the next free one; 0: any
 * @param allowedHosts names that the page may be called by, beside the loopback's and the bound address
 * @param token what readers must bring, or empty
 * @param feedKey what feed readers bring for the cell feeds, or empty
 * @param publicRead whether everybody may read without a token
 * @param kept how far back articles are held
 * @param maxArticles most articles that are held
 * @param limits how much clients may ask for
 * @param firstPolls what a feed's first answer tells of the time before it
 * @param sample label of data that is made up, or empty
 */
public record DashboardConfig(
        String bind,
        int port,
        List<String> allowedHosts,
        Optional<String> token,
        Optional<String> feedKey,
        boolean publicRead,
        Duration kept,
        int maxArticles,
        Limits limits,
        Completeness.FirstPolls firstPolls,
        Optional<String> sample) {

    private static final String BIND = "dashboard.bind";
    public static final String PORT = "dashboard.port";
    private static final String ALLOWED_HOSTS = "dashboard.allowed-hosts";
    public static final String TOKEN = "dashboard.token";
    private static final String FEED_KEY = "dashboard.feed-key";
    private static final String PUBLIC_READ = "dashboard.public-read";
    private static final String KEPT = "dashboard.kept";
    private static final String MAX_ARTICLES = "dashboard.max-articles";
    public static final String WHOLE_FIRST_POLLS = "dashboard.whole-first-polls";
    public static final String SAMPLE = "dashboard.sample";

    public DashboardConfig {
        allowedHosts = List.copyOf(allowedHosts);
        if (!isLoopback(bind) && token.isEmpty() && !publicRead) {
            throw new ConfigException(BIND + ": " + bind + " can be reached from elsewhere: set " + TOKEN + ", or "
                    + PUBLIC_READ + "=true if everybody may read");
        }
    }

    /** Adds the dashboard's settings. */
    public static ConfigDef define(ConfigDef definition) {
        Limits.define(definition);
        return definition
                .define(
                        BIND,
                        ConfigDef.Type.STRING,
                        "127.0.0.1",
                        ConfigDef.Importance.HIGH,
                        "Address that page and API listen on.")
                .define(
                        PORT,
                        ConfigDef.Type.INT,
                        8080,
                        ConfigDef.Range.between(0, 65535),
                        ConfigDef.Importance.HIGH,
                        "Port of page and API; the next free one if it is in use, any if it is 0.")
                .define(
                        ALLOWED_HOSTS,
                        ConfigDef.Type.LIST,
                        "",
                        ConfigDef.Importance.MEDIUM,
                        "Host names that the page may be called by, beside localhost and the bound address.")
                .define(
                        TOKEN,
                        ConfigDef.Type.PASSWORD,
                        "",
                        ConfigDef.Importance.MEDIUM,
                        "What readers must bring as a bearer token; 'racewire link' makes links for browsers. Empty: none.")
                .define(
                        FEED_KEY,
                        ConfigDef.Type.PASSWORD,
                        "",
                        ConfigDef.Importance.LOW,
                        "Where a token is set: what feed readers bring as ?key=… for /feeds/, and for nothing else; empty: none.")
                .define(
                        PUBLIC_READ,
                        ConfigDef.Type.BOOLEAN,
                        false,
                        ConfigDef.Importance.MEDIUM,
                        "Whether everybody who reaches the address may read. There is nothing to write.")
                .define(
                        KEPT,
                        ConfigDef.Type.STRING,
                        "32d",
                        Durations.VALIDATOR,
                        ConfigDef.Importance.MEDIUM,
                        "How far back articles and hourly counts are held.")
                .define(
                        MAX_ARTICLES,
                        ConfigDef.Type.INT,
                        500_000,
                        ConfigDef.Range.atLeast(1000),
                        ConfigDef.Importance.MEDIUM,
                        "Most articles that are held, about 2 kB each; beyond it the oldest go.")
                .define(
                        WHOLE_FIRST_POLLS,
                        ConfigDef.Type.BOOLEAN,
                        false,
                        ConfigDef.Importance.LOW,
                        "Whether a feed's first answer holds all that it ever published, as archives and replays do; else the "
                                + "time before the first poll counts as unwatched.")
                .define(
                        SAMPLE,
                        ConfigDef.Type.STRING,
                        "",
                        ConfigDef.Importance.LOW,
                        "Label that page, CSV and JSON carry where the data is made up; empty: none.");
    }

    /** The dashboard's part of the settings. */
    public static DashboardConfig of(Settings settings) {
        return new DashboardConfig(
                settings.text(BIND),
                settings.integer(PORT),
                settings.list(ALLOWED_HOSTS),
                settings.secret(TOKEN),
                settings.secret(FEED_KEY),
                settings.flag(PUBLIC_READ),
                settings.duration(KEPT),
                settings.integer(MAX_ARTICLES),
                Limits.of(settings),
                settings.flag(WHOLE_FIRST_POLLS)
                        ? Completeness.FirstPolls.ARE_WHOLE
                        : Completeness.FirstPolls.REACH_BACK,
                settings.optionalText(SAMPLE));
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new ConfigException(BIND + ": " + address + " is no address of this machine");
        }
    }
}
