// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import com.github.pemistahl.lingua.api.IsoCode639_1;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Detects the language of a text by its little words, else by its letter triples, whose models load when first needed. */
final class LanguageDetection {

    private static final Set<String> DETECTABLE =
            Stream.of(IsoCode639_1.values()).map(c -> lower(c.name())).collect(Collectors.toUnmodifiableSet());

    private final Map<Set<String>, LanguageDetector> byChoice = new ConcurrentHashMap<>();
    private final Set<String> covered;
    private final CommonWords commonWords;

    LanguageDetection(List<Language> languages) {
        commonWords = new CommonWords(languages);
        covered = languages.stream()
                .map(Language::code)
                .filter(DETECTABLE::contains)
                .collect(Collectors.toSet());
    }

    /** The likeliest of the languages, or "und". */
    String detect(String text, List<Language> possible) {
        String known = commonWords.decide(text, possible);
        if (known != null) {
            return known;
        }
        Set<String> choice = possible.stream()
                .map(Language::code)
                .filter(covered::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        if (choice.size() < 2) {
            return choice.isEmpty() ? Languages.UNKNOWN : choice.iterator().next();
        }
        String code = lower(byChoice.computeIfAbsent(choice, LanguageDetection::build)
                .detectLanguageOf(text)
                .getIsoCode639_1()
                .name());
        return choice.contains(code) ? code : Languages.UNKNOWN;
    }

    private static LanguageDetector build(Set<String> choice) {
        IsoCode639_1[] codes = choice.stream()
                .map(c -> IsoCode639_1.valueOf(c.toUpperCase(Locale.ROOT)))
                .toArray(IsoCode639_1[]::new);
        return LanguageDetectorBuilder.fromIsoCodes639_1(codes)
                .withLowAccuracyMode()
                .build();
    }

    private static String lower(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
