// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Reads the headers of an answer that matter here; what a server sends is never trusted to make sense. */
final class Headers {

    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,10})");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,10}");
    private static final int LONGEST_VALIDATOR = 1_024;

    private Headers() {}

    static @Nullable String text(HttpResponse answer, String name) {
        Header header = answer.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    /** A validator that may be sent back: of sane length, printable. Anything else is as good as none. */
    static @Nullable String validator(HttpResponse answer, String name) {
        String value = text(answer, name);
        if (value == null || value.isBlank() || value.length() > LONGEST_VALIDATOR) {
            return null;
        }
        boolean printable = value.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        return printable ? value.strip() : null;
    }

    /** How long the answer stays fresh: {@code max-age} less {@code Age}, else {@code Expires} less {@code Date}. */
    static @Nullable Duration lifetime(HttpResponse answer, Instant now) {
        String control = String.valueOf(text(answer, "Cache-Control")).toLowerCase(Locale.ROOT);
        if (control.contains("no-store") || control.contains("no-cache")) {
            return null;
        }
        Matcher maxAge = MAX_AGE.matcher(control);
        if (maxAge.find()) {
            Duration age = seconds(text(answer, "Age")).orElse(Duration.ZERO);
            return atLeastZero(
                    Duration.ofSeconds(Long.parseLong(maxAge.group(1))).minus(age));
        }
        Instant expires = date(text(answer, "Expires")).orElse(null);
        if (expires == null) {
            return null;
        }
        return atLeastZero(Duration.between(date(text(answer, "Date")).orElse(now), expires));
    }

    /** {@code Retry-After} in either form. */
    static @Nullable Duration retryAfter(HttpResponse answer, Instant now) {
        String value = text(answer, "Retry-After");
        return seconds(value)
                .or(() -> date(value).map(until -> atLeastZero(Duration.between(now, until))))
                .orElse(null);
    }

    private static Optional<Duration> seconds(@Nullable String value) {
        return value != null && SECONDS.matcher(value.strip()).matches()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(value.strip())))
                : Optional.empty();
    }

    private static Optional<Instant> date(@Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
