// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How well two hundred pairs of headlines, written by hand before anything was tuned, are told apart. */
class StoryPairsTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private record Pair(String language, boolean same, String left, String right) {}

    @Test
    void takesCopiesTogetherAndLeavesStoriesApart() throws IOException {
        List<Pair> pairs = pairs();
        List<Pair> joined = pairs.stream().filter(StoryPairsTest::isJoined).toList();
        List<Pair> wrong = joined.stream().filter(pair -> !pair.same()).toList();
        List<Pair> missed = pairs.stream()
                .filter(pair -> pair.same() && !joined.contains(pair))
                .toList();
        double precision = 1 - (double) wrong.size() / joined.size();
        double recall = 1 - missed.size() / 100.0;

        System.out.printf("hand-written pairs: precision %.3f, recall %.2f%n", precision, recall);
        assertThat(pairs).hasSize(200);
        assertThat(precision).as("precision, wrong: %s", wrong).isGreaterThanOrEqualTo(0.98);
        assertThat(recall).as("recall, missed: %s", missed).isGreaterThanOrEqualTo(0.85);
    }

    private static boolean isJoined(Pair pair) {
        Member left = member("A", pair.language(), pair.left());
        Member right = member("B", pair.language(), pair.right());
        boolean found = !Collections.disjoint(
                left.fingerprint().bands(pair.language()), right.fingerprint().bands(pair.language()));
        return found && left.tellsTheStoryOf(right);
    }

    private static Member member(String publisher, String language, String title) {
        return new Member("", NOON, language, publisher, Fingerprint.of(title, ""));
    }

    private static List<Pair> pairs() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(StoryPairsTest.class.getResourceAsStream("story-pairs.tsv"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] fields = line.split("\t");
                if (!line.startsWith("#")) {
                    pairs.add(new Pair(fields[0], fields[1].equals("+"), fields[2], fields[3]));
                }
            }
        }
        return pairs;
    }
}
