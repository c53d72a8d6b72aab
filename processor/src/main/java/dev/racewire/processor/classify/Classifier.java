// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges articles by a taxonomy: a pure function, safe for many threads, linear in the length of the text. */
public final class Classifier {

    /** UTF-16 units that are read of a title and of a summary; what follows is not judged. */
    private static final int TITLE_LIMIT = 2_000;

    private static final int SUMMARY_LIMIT = 20_000;

    private final Matcher matcher;
    private final LanguageDecision languages;
    private final TopicJudge topics;
    private final RivalryJudge rivalry;

    /** A classifier that judges by that taxonomy. */
    public Classifier(Taxonomy taxonomy) {
        TaxonomyRules rules = taxonomy.rules();
        matcher = new Matcher(rules.terms(), rules.languages(), TITLE_LIMIT, SUMMARY_LIMIT);
        languages = new LanguageDecision(rules.languages());
        topics = new TopicJudge(rules.topicWeights());
        rivalry = new RivalryJudge(rules.rivals(), rules.adverseTopics());
    }

    /** The verdict on an article; the declared language may be any BCP 47 tag, wrong or null. */
    public Classification classify(String title, String summary, @Nullable String declaredLanguage) {
        return judge(title, summary, declaredLanguage).classification();
    }

    Judgement judge(String title, String summary, @Nullable String declaredLanguage) {
        String language = languages.decide(title, summary, declaredLanguage);
        Matches matches = matcher.match(title, summary, language);
        List<CountryFinding> countries = CountryJudge.judge(matches);
        List<TopicFinding> found = topics.findings(matches, countries);
        Scope scope = ScopeJudge.judge(matches, countries, found);
        List<TopicFinding> chosen = TopicJudge.choose(found);
        boolean isRivalry = rivalry.judge(matches, countries, chosen);
        return new Judgement(language, matches, scope, isRivalry, countries, found, chosen);
    }
}
