// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.fetch;

import dev.racewire.ingest.feedlist.FeedUrl;
import dev.racewire.runtime.config.ConfigurationException;
import dev.racewire.runtime.config.SettingSources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * What only the operator and the publisher know. A properties file gives names and values: {@code paper-key = …} is put
 * where a feed's address says <code>${paper-key}</code>, and {@code header.feeds.example.com.Authorization = Bearer …}
 * goes as a header to that host and to no other; {@code login.feeds.example.com = name:password} is basic authentication
 * there. Whatever leaves this class for a log or a Kafka topic has the names in
 * place of the values.
 */
public final class Secrets {

    private static final String HEADER_PREFIX = "header.";
    private static final String LOGIN_PREFIX = "login.";
    private static final int SHORTEST_REDACTED = 4;

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> headersByHost = new LinkedHashMap<>();

    private Secrets(Map<String, String> file) {
        file.forEach((name, value) -> {
            values.put(name, value);
            if (name.startsWith(HEADER_PREFIX)) {
                int dot = name.lastIndexOf('.');
                String host = name.substring(HEADER_PREFIX.length(), Math.max(HEADER_PREFIX.length(), dot));
                check(name, host, value);
                header(host, name.substring(dot + 1), value);
            } else if (name.startsWith(LOGIN_PREFIX)) {
                byte[] login = value.getBytes(StandardCharsets.UTF_8);
                header(
                        name.substring(LOGIN_PREFIX.length()),
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login));
            }
        });
    }

    private void header(String host, String name, String value) {
        headersByHost
                .computeIfAbsent(host.toLowerCase(Locale.ROOT), h -> new LinkedHashMap<>())
                .put(name, value);
    }

    private static void check(String name, String host, String value) {
        if (host.isEmpty() || value.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw new ConfigurationException(
                    List.of("the secrets file: " + name + " must be header.HOST.NAME with a value in one line"));
        }
    }

    public static Secrets none() {
        return new Secrets(Map.of());
    }

    /**
     * The secrets in a properties file.
     *
     * @throws ConfigurationException when it can't be read
     */
    public static Secrets read(Path file) {
        return new Secrets(SettingSources.readFile(file));
    }

    static Secrets of(Map<String, String> values) {
        return new Secrets(values);
    }

    /** The address with its secrets in place; empty when it names one that is not there. */
    Optional<String> resolve(String url) {
        Matcher matcher = FeedUrl.PLACEHOLDER.matcher(url);
        StringBuilder resolved = new StringBuilder();
        while (matcher.find()) {
            String value = values.get(matcher.group(1));
            if (value == null) {
                return Optional.empty();
            }
            matcher.appendReplacement(resolved, Matcher.quoteReplacement(value));
        }
        return Optional.of(matcher.appendTail(resolved).toString());
    }

    /** Headers for that host. */
    Map<String, String> headers(String host) {
        return headersByHost.getOrDefault(host.toLowerCase(Locale.ROOT), Map.of());
    }

    /** The text with each secret's name in place of its value. */
    public String redact(String text) {
        String redacted = text;
        for (Map.Entry<String, String> secret : values.entrySet()) {
            if (secret.getValue().length() >= SHORTEST_REDACTED) {
                redacted = redacted.replace(secret.getValue(), "${" + secret.getKey() + "}");
            }
        }
        return redacted;
    }
}
