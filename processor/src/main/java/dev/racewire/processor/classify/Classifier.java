// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges articles by a taxonomy: a pure function, safe for many threads, linear in the length of the text. */
public final class Classifier {

    /** UTF-16 units that are read of a title and of a summary; what follows is not judged. */
    private static final int TITLE_LIMIT = 2_000;

    private static final int SUMMARY_LIMIT = 20_000;

    private final Matcher gate;
    private final Matcher matcher;
    private final LanguageDecision languages;
    private final TopicJudge topics;
    private final ScopeJudge scopes;
    private final RivalryJudge rivalry;
    private final List<String> codes;

    /** A classifier that judges by that taxonomy. */
    public Classifier(Taxonomy taxonomy) {
        TaxonomyRules rules = taxonomy.rules();
        codes = rules.languages().codes();
        matcher = new Matcher(rules.terms(), rules.languages());
        gate = new Matcher(
                rules.terms().stream().filter(t -> t.kind() == Kind.GATE).toList(), rules.languages());
        languages = new LanguageDecision(rules.languages(), rules.terms());
        topics = new TopicJudge(rules.topicWeights());
        scopes = new ScopeJudge(rules.topicWeights());
        rivalry = new RivalryJudge(rules.rivals(), rules.topicWeights());
    }

    /** The verdict on an article; the declared language may be any BCP 47 tag, wrong or null. */
    public Classification classify(String title, String summary, @Nullable String declaredLanguage) {
        FoldedText foldedTitle = Fold.of(title, TITLE_LIMIT);
        FoldedText foldedSummary = Fold.of(summary, SUMMARY_LIMIT);
        String language = languages.decide(foldedTitle, foldedSummary, declaredLanguage);
        if (!gate.findsAny(foldedTitle, foldedSummary, language)) {
            return Classification.withoutAi(language);
        }
        return judge(foldedTitle, foldedSummary, language).classification();
    }

    /** What would be found if the text were in another language, by language: for explanations. */
    Map<String, Matches> readInOtherLanguages(String title, String summary, String language) {
        FoldedText foldedTitle = Fold.of(title, TITLE_LIMIT);
        FoldedText foldedSummary = Fold.of(summary, SUMMARY_LIMIT);
        Map<String, Matches> found = new LinkedHashMap<>();
        for (String code : codes) {
            if (!code.equals(language)) {
                found.put(code, matcher.match(foldedTitle, foldedSummary, code));
            }
        }
        return found;
    }

    /** The verdict with all that was weighed, also for an article that doesn't speak of AI. */
    Judgement judge(String title, String summary, @Nullable String declaredLanguage) {
        FoldedText foldedTitle = Fold.of(title, TITLE_LIMIT);
        FoldedText foldedSummary = Fold.of(summary, SUMMARY_LIMIT);
        String language = languages.decide(foldedTitle, foldedSummary, declaredLanguage);
        return judge(foldedTitle, foldedSummary, language);
    }

    /** What the article shows of each topic, for the fit of their weights. */
    List<TopicView> topicViews(String title, String summary, @Nullable String declaredLanguage) {
        Judgement judgement = judge(title, summary, declaredLanguage);
        return TopicJudge.views(judgement.matches(), judgement.countries());
    }

    private Judgement judge(FoldedText title, FoldedText summary, String language) {
        Matches matches = matcher.match(title, summary, language);
        List<CountryFinding> countries = CountryJudge.judge(matches);
        List<TopicFinding> found = topics.findings(matches, countries);
        Scope scope = scopes.judge(matches, countries, found);
        List<TopicFinding> chosen = TopicJudge.choose(found);
        boolean isRivalry = rivalry.judge(matches, countries, chosen);
        return new Judgement(language, matches, scope, isRivalry, countries, found, chosen);
    }
}
