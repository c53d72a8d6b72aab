// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows a language by its commonest little words; a hundred times faster than letter triples, and often enough. */
final class CommonWords {

    private static final int NEEDED = 3;
    private static final int TIMES_THE_SECOND = 2;

    private final Map<String, Long> languagesOf = new HashMap<>();
    private final List<Language> all;

    CommonWords(List<Language> all) {
        this.all = List.copyOf(all);
        for (int i = 0; i < all.size(); i++) {
            long bit = 1L << i;
            all.get(i).common().forEach(word -> languagesOf.merge(word, bit, (a, b) -> a | b));
        }
    }

    /** The one of these languages that the text's little words speak for, or null when they don't decide. */
    @Nullable
    String decide(String text, List<Language> possible) {
        int[] counts = count(text.toLowerCase(Locale.ROOT));
        int best = 0;
        int second = 0;
        String code = null;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > best && possible.contains(all.get(i))) {
                second = best;
                best = counts[i];
                code = all.get(i).code();
            } else if (counts[i] > second) {
                second = counts[i];
            }
        }
        return best >= NEEDED && best >= TIMES_THE_SECOND * second ? code : null;
    }

    private int[] count(String text) {
        int[] counts = new int[all.size()];
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Units.word(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                long set = languagesOf.getOrDefault(text.substring(start, i), 0L);
                for (long rest = set; rest != 0; rest &= rest - 1) {
                    counts[Long.numberOfTrailingZeros(rest)]++;
                }
                start = -1;
            }
        }
        return counts;
    }
}
