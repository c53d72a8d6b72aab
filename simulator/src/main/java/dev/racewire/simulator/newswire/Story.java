// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.newswire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * An invented event and its text. The same number always tells the same, and two numbers never sound alike.
 *
 * @param number its number
 * @param language language of its text
 * @param countries countries that it is about; none: it has nothing to do with the race
 * @param topics topics that it is about
 * @param rivalry whether it sets countries against each other
 * @param title title
 * @param summary summary
 */
public record Story(
        int number,
        String language,
        List<String> countries,
        List<String> topics,
        boolean rivalry,
        String title,
        String summary) {

    public Story {
        countries = List.copyOf(countries);
        topics = List.copyOf(topics);
    }

    /** The story of that number; two of five are in scope, three of five in the first language. */
    static Story of(int number) {
        SplittableRandom random = new SplittableRandom(number).split();
        List<Tongue> tongues = Tongue.all();
        Tongue tongue = tongues.get(Math.max(0, random.nextInt(5) - 5 + tongues.size()));
        boolean inScope = random.nextInt(5) < 2;
        List<String> countries = inScope ? some(tongue.countries(), random) : List.of();
        List<String> topics = inScope ? some(tongue.topics(), random) : List.of();
        boolean rivalry = inScope && random.nextInt(4) == 0;
        List<String> words = new ArrayList<>();
        if (inScope) {
            words.add(tongue.subject());
            countries.forEach(country -> words.add(tongue.countries().get(country)));
            topics.forEach(topic -> words.add(tongue.topics().get(topic)));
        }
        if (rivalry) {
            words.add(tongue.feud());
        }
        words.add(tongue.filling(random));
        return new Story(
                number, tongue.language(), countries, topics, rivalry, tongue.join(words), tongue.filling(random));
    }

    /** Whether it is about the race. */
    public boolean inScope() {
        return !countries.isEmpty();
    }

    /** One or two of them. */
    private static List<String> some(Map<String, String> words, SplittableRandom random) {
        List<String> labels = new ArrayList<>(new TreeMap<>(words).keySet());
        List<String> chosen = new ArrayList<>();
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            chosen.add(labels.remove(random.nextInt(labels.size())));
        }
        return chosen;
    }
}
