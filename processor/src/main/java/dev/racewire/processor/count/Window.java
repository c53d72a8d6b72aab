// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.count;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** A length of window; all windows begin at multiples of it since 1970, UTC. */
public enum Window {
    HOUR(Duration.ofHours(1), "PT1H"),
    DAY(Duration.ofDays(1), "P1D");

    private final Duration length;
    private final String code;

    Window(Duration length, String code) {
        this.length = length;
        this.code = code;
    }

    /** The window of that code. */
    public static Window of(String code) {
        return Arrays.stream(values())
                .filter(window -> window.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no window is called " + code));
    }

    /** The length by ISO 8601, as keys and records show it. */
    public String code() {
        return code;
    }

    /** First instant of the window that holds that time. */
    public Instant start(Instant time) {
        long millis = length.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), millis) * millis);
    }

    /** First instant after the window that begins then. */
    public Instant end(Instant start) {
        return start.plus(length);
    }
}
