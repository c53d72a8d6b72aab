// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Detects the language of a text by its letter triples: how likely each is in a language is learned from that
 * language's commonest words and from the taxonomy's own terms, so no model has to be carried.
 */
final class LanguageDetection {

    private static final int SLOTS = 1 << 14;
    /** Units of a text that are looked at. */
    private static final int SAMPLE = 400;
    /** Letters between two looks at whether it is decided, and the lead in log likelihood that decides it. */
    private static final int STEP = 40;

    private static final float LEAD = 20;
    /** Log likelihood that a common word adds to its languages where the triples leave it open. */
    private static final float WORD = 6;
    /** A common word weighs as much as so many terms. */
    private static final float COMMON = 40;
    /** What an unseen triple counts as; so much that one rare word doesn't decide. */
    private static final float SMOOTHING = 0.5f;

    private final List<Language> languages;
    /** Log likelihoods, all languages of a slot side by side. */
    private final float[] likelihoods;
    /** Positions of the languages in which a word is common: they tell neighbours such as Malay and Indonesian apart. */
    private final Map<String, BitSet> commonIn = new HashMap<>();

    LanguageDetection(Languages all, List<Term> terms) {
        languages = all.all();
        float[] counts = new float[SLOTS * languages.size()];
        for (int i = 0; i < languages.size(); i++) {
            Language language = languages.get(i);
            long bit = all.bit(language.code());
            for (String word : language.common()) {
                learn(Fold.term(word), COMMON, i, counts);
                commonIn.computeIfAbsent(Fold.term(word), w -> new BitSet()).set(i);
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
        for (int i = 0; i < scores.length; i++) {
            scores[i] = possible.contains(languages.get(i)) ? 0 : Float.NEGATIVE_INFINITY;
        }
        int seen = add(title, SAMPLE, scores);
        if (!decided(scores)) {
            seen += add(summary, SAMPLE - Math.min(SAMPLE, title.length()), scores);
        }
        if (!decided(scores)) {
            addCommonWords(title, scores);
            addCommonWords(summary, scores);
        }
        return seen == 0 ? Languages.UNKNOWN : languages.get(best(scores)).code();
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
                if (++seen % STEP == 0 && decided(scores)) {
                    return seen;
                }
            }
        }
        return seen;
    }

    private void addCommonWords(FoldedText text, float[] scores) {
        char[] units = text.units();
        int length = Math.min(text.length(), SAMPLE);
        int start = 0;
        for (int i = 0; i <= length; i++) {
            if (i == length || !Character.isLetter(units[i])) {
                BitSet common = i > start ? commonIn.get(new String(units, start, i - start)) : null;
                if (common != null) {
                    common.stream().forEach(language -> scores[language] += WORD);
                }
                start = i + 1;
            }
        }
    }

    private static int best(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    /** Whether one language leads so far that the rest of the text wouldn't change it. */
    private static boolean decided(float[] scores) {
        float first = Float.NEGATIVE_INFINITY;
        float second = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            if (score > first) {
                second = first;
                first = score;
            } else {
                second = Math.max(second, score);
            }
        }
        return first - second >= LEAD;
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
