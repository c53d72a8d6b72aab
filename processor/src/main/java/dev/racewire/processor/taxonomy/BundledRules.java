// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.taxonomy;

import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.processor.verdict.Judge;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The taxonomy that this build carries. Reading it takes seconds, so that goes on while other things start. */
public final class BundledRules {

    private final CompletableFuture<Loaded> loaded = new CompletableFuture<>();

    private record Loaded(Taxonomy taxonomy, Judge judge) {}

    private BundledRules() {}

    /** Begins to read it. */
    public static BundledRules load() {
        BundledRules rules = new BundledRules();
        Thread thread = new Thread(rules::read, "racewire-taxonomy");
        thread.setDaemon(true);
        thread.start();
        return rules;
    }

    private void read() {
        try {
            Taxonomy taxonomy = Taxonomy.bundled();
            Judge judge = new ClassifierJudge(taxonomy);
            // Detection of languages reads its models with the first text that needs them.
            judge.judge("Which language a text like this one is in", "", null);
            loaded.complete(new Loaded(taxonomy, judge));
        } catch (RuntimeException | Error e) {
            loaded.completeExceptionally(e);
        }
    }

    /** The taxonomy, as soon as it is read. */
    public Taxonomy taxonomy() {
        return await().taxonomy;
    }

    /** The judge by it, as soon as it is read. */
    public Judge judge() {
        return await().judge;
    }

    private Loaded await() {
        try {
            return loaded.join();
        } catch (CompletionException e) {
            @Nullable Throwable cause = e.getCause();
            throw cause instanceof RuntimeException broken ? broken : e;
        }
    }
}
