// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.processor;

import dev.racewire.schemas.Article;
import dev.racewire.schemas.Outlet;
import dev.racewire.schemas.StateMedia;
import java.time.Instant;
import java.util.List;

/**
 * Invented articles by number: a twentieth in scope, a twentieth edits of the one before last, a tenth copies of an
 * earlier headline by another publisher; the rest is about something else.
 */
final class ArticleMix {

    private static final List<String> ACTORS = List.of(
            "China", "Washington", "Japan", "South Korea", "India", "France", "Germany", "Britain", "Taiwan", "Brazil");
    private static final List<String> MOVES = List.of(
            "limits exports of AI chips to its rivals",
            "funds a national AI computing centre",
            "passes an AI safety law after long talks",
            "signs an AI research pact with its neighbours");
    private static final List<String> PLACES =
            List.of("Harbour", "Riverside", "Old Town", "Hillcrest", "Northgate", "Lakeside", "Market Square");
    private static final List<String> MATTERS = List.of(
            "bridge closes for repairs until the autumn", "choir wins the spring contest in the capital",
            "bakery reopens after the flood of last year", "team draws in the derby before a full house",
            "library extends its hours for students", "street market moves to Sunday mornings");
    private static final String SUMMARY = "Officials gave no date for the next step. The plan was announced on Monday"
            + " after weeks of talks, and two people familiar with the matter confirmed it. Critics asked for more"
            + " detail and for a hearing, while supporters called the decision long overdue for everybody concerned.";
    private static final int OUTLETS = 200;

    private ArticleMix() {}

    /** The article of that number, as it is fetched then. */
    static Article article(int number, Instant fetched) {
        boolean edit = number % 20 == 7 && number > 20;
        int id = edit ? number - 2 : number;
        boolean copy = number % 10 == 3 && number > 100;
        int subject = copy ? number - 93 : number;
        String title = edit ? "Correction: " + title(subject) : title(subject);
        int outlet = id % OUTLETS;
        String feed = "https://paper" + outlet + ".example/feed";
        return Article.newBuilder()
                .setId(String.format("%032x", id))
                .setFeedUrl(feed)
                .setOutlet(
                        new Outlet("Paper " + outlet, "", "en", "GB", "general", "House " + outlet / 2, StateMedia.NO))
                .setLink("https://paper" + outlet + ".example/" + id)
                .setTitle(title)
                .setSummary(SUMMARY)
                .setLanguage("en")
                .setFetched(fetched)
                .setPublished(fetched.minusSeconds(id % (3 * 24 * 3600)))
                .setContentHash(Integer.toHexString(title.hashCode()))
                .build();
    }

    /** As above, and always in scope. */
    static Article inScope(int number, Instant fetched) {
        return article(20 * number + 10, fetched);
    }

    private static String title(int subject) {
        boolean inScope = subject % 20 == 10;
        int turn = subject / 20;
        return inScope
                ? pick(ACTORS, turn) + " " + pick(MOVES, turn / ACTORS.size()) + ", part " + subject
                : pick(PLACES, subject) + " " + pick(MATTERS, subject / PLACES.size()) + ", notice " + subject;
    }

    private static String pick(List<String> words, int turn) {
        return words.get(turn % words.size());
    }
}
