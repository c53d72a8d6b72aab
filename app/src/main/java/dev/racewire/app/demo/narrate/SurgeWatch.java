// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.demo.narrate;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Says when a cell has many more stories in a day than it used to have; copies of one text are one story. */
final class SurgeWatch {

    private static final long FEWEST = 8;
    private static final double TIMES = 3;

    private final Set<Instant> toldDays = new HashSet<>();
    private final Set<String> toldCells = new HashSet<>();
    private Instant first = Instant.MAX;

    Optional<Line> on(Cells.Change change, Cells cells) {
        first = change.day().isBefore(first) ? change.day() : first;
        if (!change.single() || change.stories() < FEWEST || !first.isBefore(change.day())) {
            return Optional.empty();
        }
        double usual = cells.storiesADayBefore(change.country(), change.topic(), change.day(), first);
        if (change.stories() < usual * TIMES || !isNew(change)) {
            return Optional.empty();
        }
        String day = change.day().toString().substring(0, 10);
        return Optional.of(new Line(
                "surge",
                "%s has %d stories on %s; %.1f a day before".formatted(change.cell(), change.stories(), day, usual)));
    }

    /** One line a day and cell: what surges is rarely in one cell alone. */
    private boolean isNew(Cells.Change change) {
        return !toldCells.contains(change.cell()) && toldDays.add(change.day()) && toldCells.add(change.cell());
    }
}
