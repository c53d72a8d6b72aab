// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        List<String> lines = new ArrayList<>();
        lines.add(verdict(judgement));
        lines.add(points(judgement.scope()));
        lines.add("");
        for (CountryFinding country : judgement.countries()) {
            String by = country.by().name().toLowerCase(Locale.ROOT);
            lines.add(String.format(Locale.ROOT, "country %s (%s) %.1f", country.code(), by, country.points()));
            words(judgement, country.hits(), lines);
        }
        for (TopicFinding topic : judgement.topics()) {
            String kept = judgement.chosen().contains(topic) ? "" : "  too weak beside the others";
            lines.add(String.format(Locale.ROOT, "topic %s %.1f%s", topic.id(), topic.points(), kept));
            words(judgement, topic.hits(), lines);
        }
        for (Kind kind : List.of(Kind.GATE, Kind.RIVALRY, Kind.MOVE, Kind.ASIDE, Kind.HIDE)) {
            List<Hit> hits = judgement.matches().of(kind);
            if (!hits.isEmpty()) {
                lines.add(title(kind));
                words(judgement, hits, lines);
            }
        }
        if (!judgement.matches().dropped().isEmpty()) {
            lines.add("nearly: a cue was missing or spoke against it");
            words(judgement, judgement.matches().dropped(), lines);
        }
        return String.join("\n", lines) + "\n";
    }

    private static String verdict(Judgement judgement) {
        Classification verdict = judgement.classification();
        return String.format(
                Locale.ROOT,
                "%s%s, score %.3f, read as %s",
                verdict.inScope() ? "in scope" : "out of scope",
                verdict.rivalry() ? ", rivalry" : "",
                verdict.score(),
                verdict.language());
    }

    private static String points(Scope scope) {
        String reason = scope.gate() < Scope.GATE_NEEDED
                ? "; AI is not the subject"
                : scope.actor() == 0 ? "; no actor of any country" : "";
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
            case GATE -> "AI as subject";
            case RIVALRY -> "rivalry";
            case MOVE -> "moves";
            case ASIDE -> "speaks against: asides";
            default -> "looks like a country and is none";
        };
    }

    private static void words(Judgement judgement, List<Hit> hits, List<String> lines) {
        for (Hit hit : hits) {
            Evidence evidence = judgement.matches().evidence(hit, hit.term().weight());
            String source = judgement.matches().text(hit).source();
            String before = source.substring(Math.max(0, evidence.start() - CONTEXT), evidence.start());
            String after = source.substring(evidence.end(), Math.min(source.length(), evidence.end() + CONTEXT));
            String place = evidence.field().name().toLowerCase(Locale.ROOT);
            String text = (before + "[" + evidence.surface() + "]" + after).replaceAll("\\s+", " ");
            lines.add(String.format(
                    Locale.ROOT, "    %-7s %+.1f  %s  …%s…", place, evidence.weight(), evidence.term(), text));
        }
    }
}
