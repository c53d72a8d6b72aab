// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells people why an article got its verdict, and what nearly matched: the command {@code explain}. */
public final class Explanation {

    private static final int CONTEXT = 24;

    private final Classifier classifier;

    /** Explanations of that classifier's verdicts. */
    public Explanation(Classifier classifier) {
        this.classifier = classifier;
    }

    /** The verdict with all points and words, as lines of text. */
    public String of(String title, String summary, @Nullable String declaredLanguage) {
        Judgement judgement = classifier.judge(title, summary, declaredLanguage);
        NearMatches near =
                NearMatches.of(judgement, classifier.readInOtherLanguages(title, summary, judgement.language()));
        List<String> lines = new ArrayList<>();
        lines.add(verdict(judgement));
        lines.add(points(judgement.scope()));
        labels(judgement, lines);
        scope(judgement, lines);
        near(judgement, near, lines);
        return String.join("\n", lines) + "\n";
    }

    private static void labels(Judgement judgement, List<String> lines) {
        boolean in = judgement.scope().inScope();
        lines.add("");
        lines.add(in ? "its labels" : "the labels it would have in scope");
        for (CountryFinding country : judgement.countries()) {
            lines.add(String.format(
                    Locale.ROOT, "  country %s, by %s, %.1f points", country.code(), by(country), country.points()));
            words(judgement, country.hits(), lines);
        }
        for (TopicFinding topic : judgement.chosen()) {
            lines.add(topic(topic));
            words(judgement, topic.hits(), lines);
        }
        if (judgement.countries().isEmpty() && judgement.chosen().isEmpty()) {
            lines.add("  none");
        }
    }

    private static void scope(Judgement judgement, List<String> lines) {
        for (Kind kind : List.of(Kind.GATE, Kind.RIVALRY, Kind.MOVE, Kind.ASIDE)) {
            List<Hit> hits = judgement.matches().of(kind);
            if (!hits.isEmpty()) {
                lines.add("");
                lines.add(title(kind));
                words(judgement, hits, lines);
            }
        }
    }

    private static void near(Judgement judgement, NearMatches near, List<String> lines) {
        List<String> found = new ArrayList<>();
        for (TopicFinding topic : judgement.topics()) {
            if (!judgement.chosen().contains(topic)) {
                found.add(topic(topic) + ": too weak beside the others");
                words(judgement, topic.hits(), found);
            }
        }
        near.countries().forEach((code, hits) -> {
            found.add("  country " + code + ": too late in the text, too weak alone, in a list or a dateline");
            words(judgement, hits, found);
        });
        section(
                judgement,
                "  vetoed, or the word beside it that it asks for is missing",
                judgement.matches().dropped(),
                found);
        section(
                judgement,
                "  looks like a country and is none",
                judgement.matches().of(Kind.HIDE),
                found);
        if (!near.foreign().isEmpty()) {
            found.add("  words of other languages, not read in this one");
            near.foreign()
                    .forEach((hit, languages) -> found.add(
                            line(judgement, hit) + "  (" + label(hit) + "; " + String.join(" ", languages) + ")"));
        }
        lines.add("");
        lines.add(found.isEmpty() ? "nothing else nearly matched" : "what nearly matched");
        lines.addAll(found);
    }

    private static void section(Judgement judgement, String title, List<Hit> hits, List<String> lines) {
        if (!hits.isEmpty()) {
            lines.add(title);
            hits.forEach(hit -> lines.add(line(judgement, hit) + "  (" + label(hit) + ")"));
        }
    }

    private static String topic(TopicFinding topic) {
        return String.format(
                Locale.ROOT, "  topic %s, %.1f points, score %.2f", topic.id(), topic.points(), topic.score());
    }

    private static String by(CountryFinding country) {
        return switch (country.by()) {
            case STATE -> "its state";
            case COMPANY -> "a company, lab, university or product of it";
            case NAME -> "its name alone";
        };
    }

    private static String label(Hit hit) {
        String label = hit.term().label();
        return hit.term().kind().label() + (label.isEmpty() ? "" : " " + label);
    }

    private static String verdict(Judgement judgement) {
        Classification verdict = judgement.classification();
        String labels = verdict.inScope()
                ? ": "
                        + verdict.countries().stream()
                                .map(CountryVerdict::country)
                                .collect(Collectors.joining(" "))
                        + " | "
                        + verdict.topics().stream().map(TopicVerdict::topic).collect(Collectors.joining(" "))
                : "";
        return String.format(
                Locale.ROOT,
                "%s%s, score %.3f, read as %s%s",
                verdict.inScope() ? "in scope" : "out of scope",
                verdict.rivalry() ? ", rivalry" : "",
                verdict.score(),
                verdict.language(),
                labels);
    }

    private static String points(Scope scope) {
        String reason = "";
        if (!scope.inScope()) {
            reason = scope.gate() < Scope.GATE_NEEDED
                    ? String.format(Locale.ROOT, "; AI is not the subject, which takes %.1f", Scope.GATE_NEEDED)
                    : scope.actor() == 0
                            ? "; no country acts, or only companies of one, in nothing of weight"
                            : String.format(Locale.ROOT, "; %.1f points short", -scope.points());
        }
        return String.format(
                Locale.ROOT,
                "AI as subject %.1f + actor %.1f + act %.1f + rivalry %.1f - aside %.1f against a bar of %.1f%s",
                scope.gate(),
                scope.actor(),
                scope.act(),
                scope.rivalry(),
                scope.aside(),
                Scope.BAR,
                reason);
    }

    private static String title(Kind kind) {
        return switch (kind) {
            case GATE -> "AI as the subject";
            case RIVALRY -> "rivalry";
            case MOVE -> "moves";
            default -> "speaks against: an aside";
        };
    }

    private static void words(Judgement judgement, List<Hit> hits, List<String> lines) {
        hits.forEach(hit -> lines.add(line(judgement, hit)));
    }

    /** A word in its context: where it stands, what it adds, the term, the text around it. */
    private static String line(Judgement judgement, Hit hit) {
        Evidence evidence = judgement.matches().evidence(hit, hit.term().weight());
        String source = judgement.matches().text(hit).source();
        int from = Math.max(0, evidence.start() - CONTEXT);
        int to = Math.min(source.length(), evidence.end() + CONTEXT);
        String text = (from > 0 ? "…" : "") + source.substring(from, evidence.start()) + "[" + evidence.surface() + "]"
                + source.substring(evidence.end(), to) + (to < source.length() ? "…" : "");
        return String.format(
                Locale.ROOT,
                "    %-7s %+.1f  %-24s %s",
                evidence.field().name().toLowerCase(Locale.ROOT),
                hit.term().kind() == Kind.ASIDE ? -evidence.weight() : evidence.weight(),
                evidence.term(),
                text.replaceAll("\\s+", " "));
    }
}
