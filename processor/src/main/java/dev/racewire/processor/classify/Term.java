// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.List;

/**
 * A term of the taxonomy, ready to match.
 *
 * @param text as the analyst wrote it, without its marks
 * @param key folded text, with {@link TermTrie#REST} for the rest of a word
 * @param kind what it is for
 * @param layer number of the layer in which it hides others
 * @param label topic id or country code, or the empty string
 * @param weight what it adds
 * @param weak whether it counts only beside a term of the same label that is not weak
 * @param languages set of languages, one bit each
 * @param prefix whether letters may follow its end
 * @param capitals bits of the units that must be capitals in the text
 * @param acronym whether all its letters must be capitals, so that a headline in capitals proves nothing
 * @param near cues of which one must be near; empty for none
 * @param not cues of which none may be near
 * @param within how many units away a cue counts, in the same text; 0 for anywhere in the article
 */
record Term(
        String text,
        String key,
        Kind kind,
        int layer,
        String label,
        double weight,
        boolean weak,
        long languages,
        boolean prefix,
        long capitals,
        boolean acronym,
        List<Integer> near,
        List<Integer> not,
        int within) {

    /** Order among terms that stand on the same words: those that hide others first, then a state, bare names last. */
    int rank() {
        int within = switch (kind) {
            case COMPANY -> 1;
            case HOME -> 2;
            case NAME -> 3;
            default -> 0;
        };
        return kind == Kind.HIDE ? 0 : (layer + 1) * 4 + within;
    }

    /** The same term in other languages. */
    Term in(long set) {
        return new Term(text, key, kind, layer, label, weight, weak, set, prefix, capitals, acronym, near, not, within);
    }
}
