// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.newswire;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The oracle: keeps what was shown, and works out from nothing else what must become of it. It does no arithmetic on
 * cells; it lists who is in them.
 */
public final class Ledger {

    private static final String ALL = "*";

    private final Map<String, History> articles = new LinkedHashMap<>();

    /** Takes in an event. */
    void take(Event event) {
        if (event instanceof Event.Sighting sighting) {
            History known = articles.get(sighting.article());
            if (known == null) {
                articles.put(sighting.article(), new History(sighting));
            } else {
                known.see(sighting);
            }
        } else if (event instanceof Event.Withdrawal withdrawal) {
            history(withdrawal.article()).withdraw();
        }
    }

    History history(String article) {
        return Objects.requireNonNull(articles.get(article));
    }

    /** How many articles were shown. */
    public int size() {
        return articles.size();
    }

    /** How each article stands. */
    public Collection<Standing> standings() {
        return articles.values().stream().map(History::standing).toList();
    }

    /** What each cell must say that is not empty, by {@code country|topic|window|start}. */
    public Map<String, CellNumbers> cells() {
        Map<String, List<Standing>> members = new HashMap<>();
        for (Standing standing : standings()) {
            if (standing.inCells()) {
                cellsOf(standing)
                        .forEach(cell -> members.computeIfAbsent(cell, key -> new ArrayList<>())
                                .add(standing));
            }
        }
        Map<String, CellNumbers> cells = new HashMap<>();
        members.forEach((cell, standings) -> cells.put(cell, numbers(standings)));
        return cells;
    }

    private static CellNumbers numbers(List<Standing> members) {
        return new CellNumbers(
                members.size(),
                distinct(members, Standing::storyKey),
                distinct(members, standing -> standing.text().outlet().publisher()),
                members.stream().filter(m -> m.text().story().rivalry()).count(),
                members.stream().filter(m -> m.text().outlet().stateMedia()).count());
    }

    private static long distinct(List<Standing> members, Function<Standing, String> property) {
        return members.stream().map(property).distinct().count();
    }

    private static List<String> cellsOf(Standing standing) {
        Story story = standing.text().story();
        List<String> cells = new ArrayList<>();
        for (String window : windows(standing.eventTime())) {
            for (String country : withAll(story.countries())) {
                for (String topic : withAll(story.topics())) {
                    cells.add(country + "|" + topic + "|" + window);
                }
            }
        }
        return cells;
    }

    private static List<String> withAll(List<String> labels) {
        return Stream.concat(labels.stream(), Stream.of(ALL)).toList();
    }

    private static List<String> windows(Instant time) {
        return List.of("PT1H|" + time.truncatedTo(ChronoUnit.HOURS), "P1D|" + time.truncatedTo(ChronoUnit.DAYS));
    }

    /** What each record of coverage must say, by {@code language|outlet country|window|start}. */
    public Map<String, CoverageNumbers> coverage() {
        Map<String, CoverageNumbers> coverage = new HashMap<>();
        for (History history : articles.values()) {
            Standing standing = history.standing();
            if (standing.counted() && !history.isWithdrawn()) {
                Event.Sighting text = standing.text();
                String row = text.story().language() + "|" + text.outlet().country() + "|";
                CoverageNumbers one = new CoverageNumbers(1, standing.inCells() ? 1 : 0);
                windows(standing.eventTime())
                        .forEach(window -> coverage.merge(row + window, one, CoverageNumbers::plus));
            }
        }
        return coverage;
    }
}
