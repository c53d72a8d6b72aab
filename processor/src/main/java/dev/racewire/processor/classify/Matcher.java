// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the terms of the taxonomy in an article: at word starts, the longest of each layer, with their cues. */
final class Matcher {

    private final TermTrie trie;
    private final Languages languages;
    private final int layers;

    Matcher(List<Term> terms, Languages languages) {
        this.trie = new TermTrie(terms);
        this.layers = 1 + terms.stream().mapToInt(Term::layer).max().orElse(0);
        this.languages = languages;
    }

    /** What stands in the article; a national body without its country's name counts in its own language only. */
    Matches match(FoldedText title, FoldedText summary, String language) {
        List<Hit> found = new ArrayList<>();
        scan(title, TextField.TITLE, language, found);
        scan(summary, TextField.SUMMARY, language, found);
        long own = Languages.ANY | languages.bit(language);
        Map<Integer, List<Hit>> cues = cues(found);
        List<Hit> standing = new ArrayList<>(found.size());
        List<Hit> dropped = new ArrayList<>();
        for (Hit hit : found) {
            Term term = hit.term();
            boolean foreign = term.kind() == Kind.HOME && (term.languages() & own) == 0;
            if (term.kind() != Kind.CUE && !foreign) {
                (cuesAllow(hit, cues) ? standing : dropped).add(hit);
            }
        }
        List<Hit> hits = longest(standing);
        return new Matches(hits, dropped, title, summary);
    }

    /** Whether any of its terms stands in the article, whatever its cues say. */
    boolean findsAny(FoldedText title, FoldedText summary, String language) {
        List<Hit> found = new ArrayList<>();
        scan(title, TextField.TITLE, language, found);
        if (found.isEmpty()) {
            scan(summary, TextField.SUMMARY, language, found);
        }
        return !found.isEmpty();
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

    private static Map<Integer, List<Hit>> cues(List<Hit> found) {
        Map<Integer, List<Hit>> cues = new HashMap<>();
        for (Hit hit : found) {
            if (hit.term().kind() == Kind.CUE) {
                cues.computeIfAbsent((int) hit.term().weight(), c -> new ArrayList<>())
                        .add(hit);
            }
        }
        return cues;
    }

    private static boolean cuesAllow(Hit hit, Map<Integer, List<Hit>> cues) {
        Term term = hit.term();
        if (term.near().isEmpty() && term.not().isEmpty()) {
            return true;
        }
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

    /** Keeps the leftmost and longest of each layer; terms of equal span and other labels stand side by side. */
    private List<Hit> longest(List<Hit> found) {
        sort(found);
        Hit[] last = new Hit[layers];
        List<Hit> kept = new ArrayList<>(found.size());
        for (Hit hit : found) {
            int layer = hit.term().layer();
            Hit before = last[layer];
            if (before == null || before.field() != hit.field() || hit.start() >= before.end() || beside(hit, before)) {
                kept.add(hit);
                last[layer] = hit;
            }
        }
        return kept;
    }

    private static boolean beside(Hit hit, Hit before) {
        return before.start() == hit.start()
                && before.end() == hit.end()
                && !before.term().label().equals(hit.term().label());
    }

    /** Insertion sort: the scan finds nearly in order. */
    private static void sort(List<Hit> hits) {
        for (int i = 1; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            long order = hit.order();
            int at = i;
            while (at > 0 && hits.get(at - 1).order() > order) {
                hits.set(at, hits.get(at - 1));
                at--;
            }
            hits.set(at, hit);
        }
    }
}
