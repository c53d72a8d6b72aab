// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the terms of the taxonomy in an article: at word starts, the longest of each layer, with their cues. */
final class Matcher {

    private static final Comparator<Hit> LEFTMOST_LONGEST = Comparator.comparingInt(
                    (Hit h) -> h.term().layer())
            .thenComparing(Hit::field)
            .thenComparingInt(Hit::start)
            .thenComparingInt(h -> -h.end())
            .thenComparing(h -> h.term().kind() != Kind.HIDE);

    private static final Comparator<Hit> READING_ORDER =
            Comparator.comparing(Hit::field).thenComparingInt(Hit::start).thenComparingInt(Hit::end);

    private final TermTrie trie;
    private final Languages languages;
    private final int titleLimit;
    private final int summaryLimit;

    Matcher(TermTrie trie, Languages languages, int titleLimit, int summaryLimit) {
        this.trie = trie;
        this.languages = languages;
        this.titleLimit = titleLimit;
        this.summaryLimit = summaryLimit;
    }

    Matches match(String title, String summary, String language) {
        FoldedText foldedTitle = Fold.of(title, titleLimit);
        FoldedText foldedSummary = Fold.of(summary, summaryLimit);
        List<Hit> found = new ArrayList<>();
        scan(foldedTitle, TextField.TITLE, language, found);
        scan(foldedSummary, TextField.SUMMARY, language, found);
        Map<Integer, List<Hit>> cues = takeCues(found);
        List<Hit> standing = new ArrayList<>();
        List<Hit> dropped = new ArrayList<>();
        for (Hit hit : found) {
            (cuesAllow(hit, cues) ? standing : dropped).add(hit);
        }
        List<Hit> hits = longest(standing);
        hits.sort(READING_ORDER);
        return new Matches(hits, dropped, foldedTitle, foldedSummary);
    }

    private void scan(FoldedText text, TextField field, String language, List<Hit> hits) {
        long readAs = languages.readAs(language);
        Language settings = languages.get(language);
        List<String> proclitics = settings == null ? List.of() : settings.proclitics();
        char[] units = text.units();
        for (int i = 0; i < text.length(); i++) {
            char unit = units[i];
            if (!Units.word(unit) || (i > 0 && Units.together(units[i - 1], unit))) {
                continue;
            }
            trie.match(text, field, i, readAs, hits);
            for (String proclitic : proclitics) {
                if (startsWith(text, i, proclitic)) {
                    trie.match(text, field, i + proclitic.length(), readAs, hits);
                }
            }
        }
    }

    private static boolean startsWith(FoldedText text, int at, String proclitic) {
        int length = proclitic.length();
        if (at + length >= text.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.units()[at + i] != proclitic.charAt(i)) {
                return false;
            }
        }
        return Units.word(text.units()[at + length]);
    }

    private static Map<Integer, List<Hit>> takeCues(List<Hit> found) {
        Map<Integer, List<Hit>> cues = new HashMap<>();
        found.removeIf(hit -> {
            boolean cue = hit.term().kind() == Kind.CUE;
            if (cue) {
                cues.computeIfAbsent((int) hit.term().weight(), c -> new ArrayList<>())
                        .add(hit);
            }
            return cue;
        });
        return cues;
    }

    private static boolean cuesAllow(Hit hit, Map<Integer, List<Hit>> cues) {
        Term term = hit.term();
        boolean wanted = term.near().isEmpty() || term.near().stream().anyMatch(c -> near(hit, cues.get(c)));
        return wanted && term.not().stream().noneMatch(c -> near(hit, cues.get(c)));
    }

    private static boolean near(Hit hit, @Nullable List<Hit> cues) {
        if (cues == null) {
            return false;
        }
        int within = hit.term().within();
        for (Hit cue : cues) {
            boolean same = cue.field() == hit.field() && cue.start() == hit.start() && cue.end() == hit.end();
            boolean close = within == 0 || (cue.field() == hit.field() && gap(cue, hit) <= within);
            if (!same && close) {
                return true;
            }
        }
        return false;
    }

    private static int gap(Hit first, Hit second) {
        return Math.max(first.start() - second.end(), second.start() - first.end());
    }

    /** Keeps the leftmost and longest of each layer; terms of equal span stand side by side. */
    private static List<Hit> longest(List<Hit> found) {
        found.sort(LEFTMOST_LONGEST);
        List<Hit> kept = new ArrayList<>();
        for (Hit hit : found) {
            if (kept.isEmpty() || stands(hit, kept.get(kept.size() - 1))) {
                kept.add(hit);
            }
        }
        return kept;
    }

    private static boolean stands(Hit hit, Hit last) {
        if (last.term().layer() != hit.term().layer() || last.field() != hit.field()) {
            return true;
        }
        boolean sameSpan = last.start() == hit.start() && last.end() == hit.end();
        return hit.start() >= last.end() || (sameSpan && last.term().kind() != Kind.HIDE);
    }
}
