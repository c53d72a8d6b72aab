// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.news;

import java.util.List;
import java.util.SplittableRandom;

/** English headlines put together at random: half about artificial intelligence and countries, half about neither. */
final class Headlines {

    private static final List<String> ACTORS = List.of(
            "China",
            "Washington",
            "Brussels",
            "Japan",
            "South Korea",
            "India",
            "France",
            "Germany",
            "Britain",
            "Taiwan",
            "Canada",
            "Israel",
            "Singapore",
            "Indonesia",
            "Brazil",
            "the UAE",
            "Saudi Arabia",
            "Kenya");
    private static final List<String> MOVES = List.of(
            "releases an open-weight AI model",
            "limits exports of AI chips",
            "funds a national AI computing centre",
            "passes an AI safety law",
            "recruits AI researchers abroad",
            "tests AI drones with its armed forces",
            "reports theft of AI model weights",
            "signs an AI research pact",
            "opens an AI data centre");
    private static final List<String> PLACES =
            List.of("Harbour", "Riverside", "Old Town", "Hillcrest", "Northgate", "Lakeside", "Market Square");
    private static final List<String> MATTERS = List.of(
            "bridge closes for repairs",
            "choir wins the spring contest",
            "bakery reopens after flood",
            "team draws in the derby",
            "library extends its hours",
            "street market moves to Sunday");
    private static final List<String> DETAILS = List.of(
            "Officials gave no date for the next step.", "The plan was announced on Monday.",
            "Two people familiar with the matter confirmed it.", "Critics asked for more detail.");

    private Headlines() {}

    /** A headline; the number keeps it apart from all others of the feed. */
    static String title(SplittableRandom random, int number) {
        if (random.nextBoolean()) {
            return pick(ACTORS, random) + " " + pick(MOVES, random) + ", round " + number;
        }
        return pick(PLACES, random) + " " + pick(MATTERS, random) + ", notice " + number;
    }

    static String summary(SplittableRandom random) {
        return pick(DETAILS, random) + " " + pick(DETAILS, random);
    }

    private static String pick(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }
}
