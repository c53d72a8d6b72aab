// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.taxonomy;

import dev.racewire.processor.classify.Classification;
import dev.racewire.processor.classify.Classifier;
import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.processor.verdict.Judge;
import org.jspecify.annotations.Nullable;

/** A judge that applies one taxonomy's rules. */
public final class ClassifierJudge implements Judge {

    private final String version;
    private final Classifier classifier;

    public ClassifierJudge(Taxonomy taxonomy) {
        version = taxonomy.version();
        classifier = new Classifier(taxonomy);
    }

    @Override
    public String taxonomyVersion() {
        return version;
    }

    @Override
    public Classification judge(String title, String summary, @Nullable String declaredLanguage) {
        return classifier.classify(title, summary, declaredLanguage);
    }
}
