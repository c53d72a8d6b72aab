// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import dev.racewire.dashboard.view.ArticleEntry;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.CountryVerdict;
import dev.racewire.schemas.Evidence;
import dev.racewire.schemas.Outlet;
import dev.racewire.schemas.TopicVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An article as the API shows it. Links that are not http or https are left out. */
public record ArticleJson(
        String id,
        String storyId,
        String state,
        @Nullable String reason,
        int revision,
        String title,
        String summary,
        String language,
        @Nullable String link,
        OutletJson outlet,
        boolean via,
        String feedUrl,
        Instant eventTime,
        @Nullable Instant published,
        Instant firstSeen,
        Instant fetched,
        boolean backfill,
        boolean counted,
        double score,
        boolean rivalry,
        List<TopicJson> topics,
        List<CountryJson> countries,
        List<EvidenceJson> evidence,
        String taxonomyVersion) {

    /** The outlet of an article. */
    public record OutletJson(
            String name, String country, String language, String kind, String publisher, String stateMedia) {

        static OutletJson of(Outlet outlet) {
            return new OutletJson(
                    outlet.getName(),
                    outlet.getCountry(),
                    outlet.getLanguage(),
                    outlet.getKind(),
                    outlet.getPublisher(),
                    lower(outlet.getStateMedia()));
        }
    }

    /** A topic of an article. */
    public record TopicJson(String topic, double score) {

        static TopicJson of(TopicVerdict verdict) {
            return new TopicJson(verdict.getTopic(), rounded(verdict.getScore()));
        }
    }

    /** A country that an article is about, and by whom. */
    public record CountryJson(String country, double score, String by) {

        static CountryJson of(CountryVerdict verdict) {
            return new CountryJson(verdict.getCountry(), rounded(verdict.getScore()), lower(verdict.getBy()));
        }
    }

    /** Words behind a label; start and end count UTF-16 code units, as browsers and Java do. */
    public record EvidenceJson(
            String field, int start, int end, String surface, String term, String kind, String label, double weight) {

        static EvidenceJson of(Evidence evidence) {
            return new EvidenceJson(
                    lower(evidence.getField()),
                    evidence.getStart(),
                    evidence.getEnd(),
                    evidence.getSurface(),
                    evidence.getTerm(),
                    evidence.getKind(),
                    evidence.getLabel(),
                    rounded(evidence.getWeight()));
        }
    }

    public static ArticleJson of(ArticleEntry entry) {
        ClassifiedArticle record = entry.record();
        return new ArticleJson(
                record.getId(),
                record.getStoryId(),
                lower(record.getState()),
                record.getReason() == null ? null : lower(record.getReason()),
                record.getRevision(),
                record.getTitle(),
                record.getSummary(),
                record.getLanguage(),
                safe(record.getLink()),
                OutletJson.of(record.getOutlet()),
                record.getVia(),
                record.getFeedUrl(),
                record.getEventTime(),
                record.getPublished(),
                record.getFirstSeen(),
                record.getFetched(),
                record.getBackfill(),
                record.getCounted(),
                rounded(record.getScore()),
                record.getRivalry(),
                record.getTopics().stream().map(TopicJson::of).toList(),
                record.getCountries().stream().map(CountryJson::of).toList(),
                record.getEvidence().stream().map(EvidenceJson::of).toList(),
                record.getTaxonomyVersion());
    }

    private static @Nullable String safe(@Nullable String link) {
        if (link == null) {
            return null;
        }
        String lower = link.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://") ? link : null;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
