// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.article;

import dev.racewire.ingest.state.Fingerprint;
import dev.racewire.ingest.state.Fingerprints;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * What of an answer is new.
 *
 * @param fresh sightings that this feed has not shown before
 * @param newArticles those of them whose article it has not shown before either; the others are edits
 * @param rekeyed true: the feed has given its old items new names; they are recognised by their texts
 * @param seen what is known of the feed from now on
 */
public record Novelty(List<Sighting> fresh, List<Sighting> newArticles, boolean rekeyed, Fingerprints seen) {

    private static final int MOST_REMEMBERED = 2_000;
    private static final int FEWEST_REMEMBERED = 200;
    private static final int ANSWERS_REMEMBERED = 4;

    /** Below this, equal texts under other names are rather two briefings of the same title. */
    private static final int FEWEST_REKEYED = 3;

    public Novelty {
        fresh = List.copyOf(fresh);
        newArticles = List.copyOf(newArticles);
    }

    /** Divides an answer by what was seen before. */
    public static Novelty of(List<Sighting> answer, Fingerprints seenBefore) {
        LongPredicate articles = seenBefore.articles();
        LongPredicate contents = seenBefore.contents();
        List<Sighting> fresh = answer.stream()
                .filter(s -> !seenBefore.contains(s.fingerprint()))
                .toList();
        List<Sighting> renamed = fresh.stream()
                .filter(s -> !articles.test(s.fingerprint().article()))
                .filter(s -> contents.test(s.fingerprint().content()))
                .toList();
        boolean rekeyed = renamed.size() >= FEWEST_REKEYED && renamed.size() * 2 >= answer.size();
        if (rekeyed) {
            Set<Sighting> old = new HashSet<>(renamed);
            fresh = fresh.stream().filter(s -> !old.contains(s)).toList();
        }
        List<Sighting> newArticles = fresh.stream()
                .filter(s -> !articles.test(s.fingerprint().article()))
                .toList();
        List<Fingerprint> shown = answer.stream().map(Sighting::fingerprint).toList();
        return new Novelty(fresh, newArticles, rekeyed, seenBefore.withFirst(shown, remembered(answer.size())));
    }

    private static int remembered(int items) {
        return Math.min(MOST_REMEMBERED, Math.max(FEWEST_REMEMBERED, ANSWERS_REMEMBERED * items));
    }
}
