// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.prove;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was shown held against what was found.
 *
 * @param shown articles that were shown
 * @param edited those of them whose words changed later
 * @param counted articles in scope, which stand in cells
 * @param cells cells compared
 * @param lost what is missing, a line each: articles nobody read, or that should count and don't
 * @param doubled what is there too often, a line each: sightings written twice, or articles that count and shouldn't
 * @param wrong cells that say something else than they must, a line each
 */
public record Reckoning(
        int shown, long edited, int counted, int cells, List<String> lost, List<String> doubled, List<String> wrong) {

    public Reckoning {
        lost = List.copyOf(lost);
        doubled = List.copyOf(doubled);
        wrong = List.copyOf(wrong);
    }

    static Reckoning of(Collection<Shown> shown, Expectation expected, Findings found) {
        Set<String> lost = new TreeSet<>();
        shown.stream()
                .map(Shown::link)
                .filter(link -> !found.read().contains(link))
                .forEach(link -> lost.add("never read: " + link));
        expected.inScope().stream()
                .filter(link -> !found.inScope().contains(link))
                .forEach(link -> lost.add("not counted: " + link));
        Set<String> doubled = new TreeSet<>();
        found.sightings().forEach((sighting, times) -> {
            if (times > 1) {
                doubled.add("written " + times + " times: " + sighting);
            }
        });
        found.inScope().stream()
                .filter(link -> !expected.inScope().contains(link))
                .forEach(link -> doubled.add("counted, and should not be: " + link));
        Set<String> cells = new HashSet<>(expected.cells().keySet());
        cells.addAll(found.cells().keySet());
        return new Reckoning(
                shown.size(),
                shown.stream().filter(Shown::edited).count(),
                found.inScope().size(),
                cells.size(),
                List.copyOf(lost),
                List.copyOf(doubled),
                wrong(cells, expected, found));
    }

    private static List<String> wrong(Set<String> cells, Expectation expected, Findings found) {
        Set<String> wrong = new TreeSet<>();
        for (String cell : cells) {
            CellNumbers must = expected.cells().getOrDefault(cell, CellNumbers.NONE);
            CellNumbers is = found.cells().getOrDefault(cell, CellNumbers.NONE);
            if (!must.equals(is)) {
                wrong.add(cell + ": " + is + ", must be " + must);
            }
        }
        return List.copyOf(wrong);
    }

    /** Whether everything is there exactly once and every cell is right. */
    public boolean exact() {
        return lost.isEmpty() && doubled.isEmpty() && wrong.isEmpty();
    }
}
