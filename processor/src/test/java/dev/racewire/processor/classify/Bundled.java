// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.List;

/** The bundled taxonomy and a classifier of it, read once for all tests. */
final class Bundled {

    static final Taxonomy TAXONOMY = Taxonomy.bundled();
    static final Classifier CLASSIFIER = new Classifier(TAXONOMY);

    private Bundled() {}

    /** Codes of the countries that are found in a title, in scope or not. */
    static List<String> countries(String language, String title) {
        return CLASSIFIER.judge(title, "", language).countries().stream()
                .map(CountryFinding::code)
                .sorted()
                .toList();
    }

    static Classification classify(String language, String title) {
        return CLASSIFIER.classify(title, "", language);
    }
}
