// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Turns lists of terms by language into {@link Term}s, and their near and not lists into cues. */
final class TermReader {

    /** Key of terms that hold in every language. */
    static final String ANY = "any";

    private static final Set<String> KEYS = Set.of("term", "w", "near", "not", "within", "gate");

    private final Languages languages;
    private final List<Term> terms = new ArrayList<>();
    private final Map<String, Integer> cues = new HashMap<>();

    TermReader(Languages languages) {
        this.languages = languages;
    }

    /** All terms; one that stands in several languages alike is one term. */
    List<Term> terms() {
        Map<Term, Long> merged = new LinkedHashMap<>();
        for (Term term : terms) {
            merged.merge(term.in(0), term.languages(), (a, b) -> a | b);
        }
        List<Term> distinct = new ArrayList<>();
        merged.forEach((term, set) -> distinct.add(term.in(set)));
        return distinct;
    }

    /**
     * Reads a block of lists by language.
     *
     * @param target what the terms are for
     */
    void read(YamlFile file, Node block, Target target) {
        file.mapping(block).forEach((language, list) -> {
            long bits = language.equals(ANY) ? Languages.ANY : languages.bit(language);
            if (bits == 0) {
                file.problem(list, "unknown language \"" + language + "\"; languages stand in languages.yml");
                return;
            }
            Language settings = languages.get(language);
            boolean openEnded = settings != null && settings.openEnded();
            Set<String> seen = new HashSet<>();
            for (Node item : file.items(list)) {
                String written = item(file, item, target, bits, openEnded);
                if (!written.isEmpty() && !seen.add(written)) {
                    file.problem(item, "\"" + written + "\" stands twice in this list");
                }
            }
        });
    }

    /** Adds a term that stands in no file, such as a country's name. */
    void add(String written, Target target, long bits) {
        TermSyntax syntax = TermSyntax.parse(written);
        if (syntax.problems().isEmpty()) {
            add(syntax, target, bits, syntax.prefix(), Conditions.NONE);
        }
    }

    private String item(YamlFile file, Node item, Target target, long bits, boolean openEnded) {
        if (!(item instanceof MappingNode)) {
            String written = file.text(item);
            add(file, item, written, target, bits, openEnded, Conditions.NONE);
            return written;
        }
        Map<String, Node> entries = file.mapping(item);
        file.onlyKeys(entries, KEYS);
        Node written = entries.get("term");
        if (written == null) {
            file.problem(item, "a term in long form needs \"term: …\"");
            return "";
        }
        Target weighted = target.times(file.number(entries.get("w"), 1))
                .withGate(file.number(entries.get("gate"), target.gate()));
        Conditions conditions = new Conditions(cues(file, entries.get("near")), cues(file, entries.get("not")), (int)
                file.number(entries.get("within"), 0));
        add(file, item, file.text(written), weighted, bits, openEnded, conditions);
        return "";
    }

    private void add(
            YamlFile file,
            Node item,
            String written,
            Target target,
            long bits,
            boolean openEnded,
            Conditions conditions) {
        TermSyntax syntax = TermSyntax.parse(written);
        syntax.problems().forEach(problem -> file.problem(item, problem));
        if (syntax.problems().isEmpty()) {
            add(syntax, target, bits, syntax.prefix() || (openEnded && !syntax.whole()), conditions);
        }
    }

    private void add(TermSyntax syntax, Target target, long bits, boolean prefix, Conditions conditions) {
        terms.add(term(syntax, target, bits, prefix, conditions));
        if (target.gate() > 0) {
            terms.add(term(syntax, Target.gate(target.gate()), bits, prefix, conditions));
        }
    }

    private static Term term(TermSyntax syntax, Target target, long bits, boolean prefix, Conditions conditions) {
        return new Term(
                syntax.text(),
                syntax.key(),
                target.kind(),
                target.layer(),
                target.label(),
                target.weight() * syntax.factor(),
                syntax.weak(),
                bits,
                prefix,
                syntax.capitals(),
                syntax.acronym(),
                conditions.near(),
                conditions.not(),
                conditions.within());
    }

    private List<Integer> cues(YamlFile file, @Nullable Node list) {
        List<Integer> numbers = new ArrayList<>();
        if (list == null) {
            return numbers;
        }
        for (Node item : file.items(list)) {
            String written = file.text(item);
            TermSyntax syntax = TermSyntax.parse(written);
            syntax.problems().forEach(problem -> file.problem(item, problem));
            if (syntax.problems().isEmpty()) {
                numbers.add(cues.computeIfAbsent(written, w -> addCue(syntax, cues.size() + 1)));
            }
        }
        return numbers;
    }

    /** A cue is a term of every language whose weight is its number. */
    private int addCue(TermSyntax syntax, int number) {
        terms.add(term(
                syntax, new Target(Kind.CUE, Kind.CUE.layer(), "", number, 0), ~0L, syntax.prefix(), Conditions.NONE));
        return number;
    }

    /**
     * What a list of terms is for.
     *
     * @param kind kind of the terms
     * @param layer layer in which they hide each other
     * @param label topic id or country code, or the empty string
     * @param weight what each adds
     * @param gate what each adds to the gate besides, or 0
     */
    record Target(Kind kind, int layer, String label, double weight, double gate) {

        static Target of(Kind kind, String label) {
            return new Target(kind, kind.layer(), label, 1, 0);
        }

        static Target gate(double weight) {
            return new Target(Kind.GATE, Kind.GATE.layer(), "", weight, 0);
        }

        Target labelled(String other) {
            return new Target(kind, layer, other, weight, gate);
        }

        Target times(double factor) {
            return new Target(kind, layer, label, weight * factor, gate);
        }

        Target withGate(double other) {
            return new Target(kind, layer, label, weight, other);
        }
    }

    /** Cues of a term. */
    private record Conditions(List<Integer> near, List<Integer> not, int within) {
        static final Conditions NONE = new Conditions(List.of(), List.of(), 0);
    }
}
