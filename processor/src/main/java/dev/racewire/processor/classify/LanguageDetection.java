// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.List;

/**
 * Detects the language of a text by its letter triples: how likely each is in a language is learned from that
 * language's commonest words and from the taxonomy's own terms, so no model has to be carried.
 */
final class LanguageDetection {

    private static final int SLOTS = 1 << 14;
    /** Units of a text that are looked at. */
    private static final int SAMPLE = 400;
    /** A common word weighs as much as so many terms. */
    private static final float COMMON = 40;
    /** What an unseen triple counts as; so much that one rare word doesn't decide. */
    private static final float SMOOTHING = 0.5f;

    private final List<Language> languages;
    /** Log likelihoods, all languages of a slot side by side. */
    private final float[] likelihoods;

    LanguageDetection(Languages all, List<Term> terms) {
        languages = all.all();
        float[] counts = new float[SLOTS * languages.size()];
        for (int i = 0; i < languages.size(); i++) {
            Language language = languages.get(i);
            long bit = all.bit(language.code());
            for (String word : language.common()) {
                learn(Fold.term(word), COMMON, i, counts);
            }
            for (Term term : terms) {
                // A term of several languages tells them apart from the others, not from each other.
                if ((term.languages() & bit) != 0 && term.kind() != Kind.CUE) {
                    learn(term.key(), 1f / Long.bitCount(term.languages()), i, counts);
                }
            }
        }
        likelihoods = logarithms(counts, languages.size());
    }

    /** The likeliest of the languages, or "und" when the text holds no letters of theirs. */
    String detect(FoldedText title, FoldedText summary, List<Language> possible) {
        float[] scores = new float[languages.size()];
        int seen = add(title, SAMPLE, scores);
        seen += add(summary, SAMPLE - Math.min(SAMPLE, title.length()), scores);
        int best = -1;
        for (int i = 0; i < scores.length; i++) {
            if (possible.contains(languages.get(i)) && (best < 0 || scores[i] > scores[best])) {
                best = i;
            }
        }
        return seen == 0 || best < 0 ? Languages.UNKNOWN : languages.get(best).code();
    }

    private int add(FoldedText text, int limit, float[] scores) {
        char[] units = text.units();
        int length = Math.min(text.length(), limit);
        int seen = 0;
        for (int i = 0; i < length; i++) {
            if (Character.isLetter(units[i])) {
                int from = slot(before(units, i), units[i], after(units, i, text.length())) * scores.length;
                for (int language = 0; language < scores.length; language++) {
                    scores[language] += likelihoods[from + language];
                }
                seen++;
            }
        }
        return seen;
    }

    private static void learn(String word, float weight, int language, float[] counts) {
        int all = counts.length / SLOTS;
        char[] units = word.toCharArray();
        // The end of a term that is a beginning is no word's end; the difference is small.
        for (int i = 0; i < units.length; i++) {
            if (Character.isLetter(units[i])) {
                counts[slot(before(units, i), units[i], after(units, i, units.length)) * all + language] += weight;
            }
        }
    }

    private static char before(char[] units, int at) {
        return at > 0 && Character.isLetter(units[at - 1]) ? units[at - 1] : ' ';
    }

    private static char after(char[] units, int at, int length) {
        return at + 1 < length && Character.isLetter(units[at + 1]) ? units[at + 1] : ' ';
    }

    private static int slot(char first, char second, char third) {
        int mixed = (first * 0x9e3779b1 + second) * 0x85ebca6b + third * 0xc2b2ae35;
        return ((mixed ^ (mixed >>> 15)) * 0x2c1b3c6d) >>> 18;
    }

    private static float[] logarithms(float[] counts, int all) {
        float[] totals = new float[all];
        for (int i = 0; i < counts.length; i++) {
            totals[i % all] += counts[i] + SMOOTHING;
        }
        float[] logarithms = new float[counts.length];
        for (int i = 0; i < counts.length; i++) {
            logarithms[i] = (float) Math.log((counts[i] + SMOOTHING) / totals[i % all]);
        }
        return logarithms;
    }
}
