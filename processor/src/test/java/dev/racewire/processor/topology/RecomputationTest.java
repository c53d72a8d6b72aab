// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.StateMedia;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever is shown in whatever order, every cell equals what a recomputation from nothing finds. */
class RecomputationTest {

    private static final List<String> LABELS = List.of(
            "en -",
            "en US chips",
            "en US,CN chips,trade rivalry",
            "id CN trade",
            "en . chips",
            "zh JP . rivalry",
            "id -");

    @Property(tries = 30)
    void cellsEqualTheRecomputation(@ForAll("events") List<Event> events) {
        Ledger ledger = new Ledger();
        try (NewsRoom room = new NewsRoom()) {
            for (Event event : events) {
                event.happen(room, ledger);
            }
            assertThat(numbers(room.counts())).isEqualTo(ledger.cells());
            assertThat(stories(room.counts())).isEqualTo(storiesOf(room.articles()));
            assertThat(room.deadLetters()).isEmpty();
        }
    }

    private static Map<String, String> numbers(Map<String, Count> counts) {
        Map<String, String> numbers = new TreeMap<>();
        counts.forEach((cell, count) -> {
            String text = count.getArticles() + " " + count.getPublishers() + " " + count.getRivalries() + " "
                    + count.getStateMediaArticles();
            if (count.getArticles() == 0) {
                assertThat(text).isEqualTo("0 0 0 0");
                assertThat(count.getStories()).isZero();
            } else {
                numbers.put(cell, text);
            }
        });
        return numbers;
    }

    /** Stories per day in the cell of all, which holds every counted article once. */
    private static Map<String, Long> stories(Map<String, Count> counts) {
        Map<String, Long> stories = new TreeMap<>();
        counts.forEach((cell, count) -> {
            if (cell.startsWith("*|*|P1D") && count.getArticles() > 0) {
                stories.put(count.getWindowStart().toString(), count.getStories());
            }
        });
        return stories;
    }

    private static Map<String, Long> storiesOf(Map<String, ClassifiedArticle> articles) {
        Map<String, Set<String>> stories = new TreeMap<>();
        articles.values().stream()
                .filter(article -> article.getState() == ArticleState.IN_SCOPE && article.getCounted())
                .forEach(article -> stories.computeIfAbsent(
                                article.getEventTime().toString().substring(0, 10) + "T00:00:00Z",
                                day -> new HashSet<>())
                        .add(article.getStoryId()));
        Map<String, Long> sizes = new TreeMap<>();
        stories.forEach((day, ids) -> sizes.put(day, (long) ids.size()));
        return sizes;
    }

    @Provide
    Arbitrary<List<Event>> events() {
        Arbitrary<Sighting> sightings = Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.of(LABELS),
                        Arbitraries.frequencyOf(
                                Tuple.of(8, Arbitraries.integers().between(0, 600)),
                                Tuple.of(1, Arbitraries.of(29 * 1440, 31 * 1440, 36 * 1440))),
                        Arbitraries.frequencyOf(
                                Tuple.of(6, Arbitraries.integers().between(-600, 9)),
                                Tuple.of(1, Arbitraries.of(15, 9_999, -29 * 1440, -31 * 1440))),
                        Arbitraries.integers().between(0, 15))
                .as(RecomputationTest::sighting);
        Arbitrary<Event> shown = sightings.map(sighting -> new Event(sighting, false));
        Arbitrary<Event> withdrawn = sightings.map(sighting -> new Event(sighting, true));
        return Arbitraries.frequencyOf(Tuple.of(20, shown), Tuple.of(1, withdrawn))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    /** Two articles of each text, so that stories have members; what hangs on the feed is the same each time. */
    private static Sighting sighting(int id, String feed, String labels, int fetched, int published, int flags) {
        Sighting sighting = Sighting.of(String.valueOf(id), labels)
                .feed(feed)
                .title("Minister number says export of accelerators to be halted " + "xyzw".charAt(id / 2))
                .stateMedia(feed.equals("c") ? StateMedia.YES : StateMedia.NO)
                .published(Sighting.NOON.plus(Duration.ofMinutes(fetched + published)))
                .later(Duration.ofMinutes(fetched));
        sighting = flags % 4 == 0 ? sighting.undated() : sighting;
        return flags / 4 == 0 ? sighting.inBackfill() : sighting;
    }

    /** A sighting, or the withdrawal of its article. */
    record Event(Sighting sighting, boolean withdrawal) {

        void happen(NewsRoom room, Ledger ledger) {
            if (withdrawal) {
                room.withdraw(sighting.id(), sighting.fetched());
                ledger.withdraw(sighting.id());
            } else {
                room.show(sighting);
                ledger.show(sighting);
            }
        }
    }
}
