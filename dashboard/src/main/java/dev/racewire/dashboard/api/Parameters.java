// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The parameters of a question, read strictly: what is not understood is refused, never ignored. */
final class Parameters {

    /** Longest value that is looked at. */
    private static final int LONGEST = 500;

    private static final Set<String> FORMAT = Set.of("format");

    private final Map<String, List<String>> values;

    /**
     * Reads the parameters.
     *
     * @param allowed names that the resource understands
     * @throws Problem when there is another name, a name twice, or a value too long
     */
    Parameters(Map<String, List<String>> values, Set<String> allowed) {
        this.values = Map.copyOf(values);
        values.forEach((name, given) -> {
            if (!allowed.contains(name) && !FORMAT.contains(name)) {
                throw new Problem(
                        Problem.Kind.UNKNOWN_PARAMETER,
                        "'" + shortened(name) + "' is no parameter here; these are: "
                                + String.join(", ", new TreeSet<>(allowed)));
            }
            if (given.size() > 1) {
                throw bad(name, "stands there " + given.size() + " times; once is understood");
            }
            if (given.get(0).length() > LONGEST) {
                throw bad(name, "is longer than " + LONGEST + " characters");
            }
        });
    }

    /** The same parameters but one. */
    Parameters without(String name) {
        Map<String, List<String>> others = new HashMap<>(values);
        others.remove(name);
        return new Parameters(others, others.keySet());
    }

    /** The value, or empty when there is none. */
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name))
                .map(given -> given.get(0).strip())
                .filter(text -> !text.isEmpty());
    }

    int integer(String name, int preset, int least, int most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return preset;
        }
        try {
            int value = Integer.parseInt(text.get());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through to the message that names the bounds.
        }
        throw bad(name, "is a number from " + least + " to " + most + ", not '" + shortened(text.get()) + "'");
    }

    boolean flag(String name) {
        String text = text(name).orElse("false");
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(name, "is true or false, not '" + shortened(text) + "'");
        };
    }

    /** An instant, or a day as its midnight in UTC. */
    Optional<Instant> instant(String name) {
        return text(name).map(text -> {
            try {
                return text.length() == 10
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw bad(
                        name,
                        "is a day or an instant in UTC such as 2026-11-24 or 2026-11-24T18:00:00Z, not '"
                                + shortened(text) + "'");
            }
        });
    }

    static Problem bad(String name, String what) {
        return new Problem(Problem.Kind.BAD_VALUE, name + " " + what);
    }

    /** Text of a stranger as it may be repeated to them. */
    static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
