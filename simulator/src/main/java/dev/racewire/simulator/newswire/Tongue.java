// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.newswire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A language of invented news: words that stand for labels, and filling words that stand for nothing.
 *
 * @param language code of the language
 * @param subject word for the matter of the race
 * @param feud word that sets countries against each other
 * @param countries word of each country by its code
 * @param topics word of each topic by its id
 */
record Tongue(String language, String subject, String feud, Map<String, String> countries, Map<String, String> topics) {

    private static final List<Tongue> ALL = read();

    private static final int FILLING_WORDS = 9;
    private static final int FILLING_SIGNS = 16;
    private static final String CONSONANTS = "xqzjvw";
    private static final String VOWELS = "aeiouy";

    /** Signs for rare birds: no name of a country or city is written with them. */
    private static final int FIRST_SIGN = 0x9E00;

    private static final int SIGNS = 0x80;

    Tongue {
        countries = Map.copyOf(countries);
        topics = Map.copyOf(topics);
    }

    /** All languages. */
    static List<Tongue> all() {
        return ALL;
    }

    /** Puts words together as the language does. */
    String join(List<String> words) {
        return String.join(spaced() ? " " : "", words);
    }

    /** Words that no other text shares, except by rare chance one of them. */
    String filling(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        if (!spaced()) {
            random.ints(FILLING_SIGNS, 0, SIGNS).forEach(sign -> text.appendCodePoint(FIRST_SIGN + sign));
            return text.toString();
        }
        for (int word = 0; word < FILLING_WORDS; word++) {
            text.append(word == 0 ? "" : " ");
            for (int syllable = 0; syllable < 4; syllable++) {
                text.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
                text.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
            }
        }
        return text.toString();
    }

    boolean spaced() {
        return Character.UnicodeScript.of(subject.codePointAt(0)) != Character.UnicodeScript.HAN;
    }

    private static List<Tongue> read() {
        Map<String, Map<String, Map<String, String>>> words = new LinkedHashMap<>();
        for (String line : lines()) {
            String[] columns = line.split(",", -1);
            words.computeIfAbsent(columns[0], language -> new TreeMap<>())
                    .computeIfAbsent(columns[1], kind -> new TreeMap<>())
                    .put(columns[2], columns[3]);
        }
        return words.entrySet().stream().map(Tongue::of).toList();
    }

    private static Tongue of(Map.Entry<String, Map<String, Map<String, String>>> language) {
        Map<String, Map<String, String>> kinds = language.getValue();
        return new Tongue(
                language.getKey(),
                Objects.requireNonNull(kinds.get("subject")).values().iterator().next(),
                Objects.requireNonNull(kinds.get("feud")).values().iterator().next(),
                Objects.requireNonNull(kinds.get("country")),
                Objects.requireNonNull(kinds.get("topic")));
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(Tongue.class.getResourceAsStream("words.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
