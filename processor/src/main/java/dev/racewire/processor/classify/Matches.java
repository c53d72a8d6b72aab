// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found in an article.
 *
 * @param hits the terms that stand, in the order of the text
 * @param dropped terms that a cue spoke against or that lacked one, for explanations
 * @param title folded title
 * @param summary folded summary
 */
record Matches(List<Hit> hits, List<Hit> dropped, FoldedText title, FoldedText summary) {

    FoldedText text(Hit hit) {
        return hit.title() ? title : summary;
    }

    Evidence evidence(Hit hit, double weight) {
        FoldedText text = text(hit);
        int start = text.sourceStart(hit.start());
        int end = text.sourceEnd(hit.end());
        Term term = hit.term();
        return new Evidence(
                hit.field(),
                start,
                end,
                text.source().substring(start, end),
                term.text(),
                term.kind().label(),
                term.label(),
                weight);
    }

    List<Hit> of(Kind kind) {
        List<Hit> found = new ArrayList<>();
        for (Hit hit : hits) {
            if (hit.term().kind() == kind) {
                found.add(hit);
            }
        }
        return found;
    }
}
