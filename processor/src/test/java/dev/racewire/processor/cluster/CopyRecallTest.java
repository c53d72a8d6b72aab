// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** How many copies are found again, by the length of the title, in six languages and six ways to change a headline. */
class CopyRecallTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final int TITLES = 60;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 14;

    private static final Map<String, List<String>> WORDS = new TreeMap<>(Map.of(
            "en",
            List.of("chip maker exports ban national minister announces billion research model open lab talks new rules"
                    .split(" ")),
            "id",
            List.of(
                    "cip ekspor larangan menteri nasional umumkan miliar riset model terbuka pusat data aturan baru tahun"
                            .split(" ")),
            "es",
            List.of(
                    "chips exportación prohíbe ministra nacional anuncia millones investigación modelo abierto centro ley"
                            .split(" ")),
            "de",
            List.of(
                    "Chips Ausfuhr verbietet Ministerin national kündigt Milliarden Forschung Modell offen Zentrum Gesetz"
                            .split(" ")),
            "ru",
            List.of("чипы экспорт запрет министр национальный объявил миллиард наука модель открытый центр закон новый"
                    .split(" ")),
            "zh",
            List.of("芯片 出口 禁令 部长 国家 宣布 投资 研究 模型 开源 中心 法律 新规 企业 合作 美国 日本".split(" "))));

    private static final String CUT = "summary cut";

    private static final Map<String, BiFunction<List<String>, Random, List<String>>> CHANGES = new TreeMap<>(Map.of(
            "word changed",
            (words, random) -> {
                int place = random.nextInt(words.size());
                return with(without(words, place), place, "other");
            },
            "word dropped",
            (words, random) -> without(words, random.nextInt(words.size())),
            "word added",
            (words, random) -> with(words, random.nextInt(words.size() + 1), "xtra"),
            "prefix",
            (words, random) -> with(words, 0, "LIVE:"),
            "suffix",
            (words, random) -> with(words, words.size(), " - Herald"),
            CUT,
            (words, random) -> words));

    private static List<String> without(List<String> words, int place) {
        List<String> fewer = new ArrayList<>(words);
        fewer.remove(place);
        return fewer;
    }

    private static List<String> with(List<String> words, int place, String word) {
        List<String> more = new ArrayList<>(words);
        more.add(place, word);
        return more;
    }

    @Test
    void findsMostCopiesFromEightWordsOn() {
        Map<Integer, Double> recall = new TreeMap<>();
        for (int length = SHORTEST; length <= LONGEST; length++) {
            recall.put(length, recall(length));
        }
        System.out.println("recall of copies by words in the title: " + recall);
        assertThat(recall)
                .allSatisfy((length, share) -> assertThat(share)
                        .as("title of %d words", length)
                        .isGreaterThanOrEqualTo(length >= 8 ? 0.85 : 0.5));
    }

    @Test
    void headlinesOfTheSameWordsInAnotherOrderAreOtherStories() {
        Random random = new Random(11);
        int joined = 0;
        for (List<String> vocabulary : WORDS.values()) {
            for (int i = 0; i < TITLES; i++) {
                Member left = member("A", join("en", title(vocabulary, 9, random)), "");
                Member right = member("B", join("en", title(vocabulary, 9, random)), "");
                joined += left.tellsTheStoryOf(right) ? 1 : 0;
            }
        }
        assertThat(joined).isLessThanOrEqualTo(TITLES * WORDS.size() / 50);
    }

    private static double recall(int length) {
        Random random = new Random(length);
        int found = 0;
        int all = 0;
        for (Map.Entry<String, List<String>> language : WORDS.entrySet()) {
            for (String change : CHANGES.keySet()) {
                for (int i = 0; i < TITLES; i++) {
                    found += isFound(language.getKey(), title(language.getValue(), length, random), change, random)
                            ? 1
                            : 0;
                    all++;
                }
            }
        }
        return Math.round(1000.0 * found / all) / 1000.0;
    }

    private static boolean isFound(String language, List<String> words, String change, Random random) {
        String summary = join(language, words) + " and what follows from it for everybody else in the world";
        String other = change.equals(CUT) ? summary.substring(0, summary.length() / 2) : summary;
        Member left = member("A", join(language, words), summary);
        Member right = member(
                "B", join(language, Objects.requireNonNull(CHANGES.get(change)).apply(words, random)), other);
        return !Collections.disjoint(
                        left.fingerprint().bands("x"), right.fingerprint().bands("x"))
                && left.tellsTheStoryOf(right);
    }

    /** So many words, no two neighbours alike; some carry an ending, as words in headlines do. */
    private static List<String> title(List<String> vocabulary, int length, Random random) {
        List<String> words = new ArrayList<>();
        while (words.size() < length) {
            words.add(vocabulary.get(random.nextInt(vocabulary.size())) + "abcdefghij".charAt(random.nextInt(10)));
        }
        return words;
    }

    private static String join(String language, List<String> words) {
        return String.join(language.equals("zh") ? "" : " ", words);
    }

    private static Member member(String publisher, String title, String summary) {
        return new Member("", NOON, "x", publisher, Fingerprint.of(title, summary));
    }
}
