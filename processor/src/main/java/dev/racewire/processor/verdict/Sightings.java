// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.verdict;

import dev.racewire.processor.classify.Classification;
import dev.racewire.processor.state.Lifetime;
import dev.racewire.processor.verdict.ArticleMemory.LastVerdict;
import dev.racewire.processor.verdict.ArticleMemory.Origin;
import dev.racewire.processor.verdict.ArticleMemory.Standing;
import dev.racewire.processor.verdict.Outcome.Kind;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.RetractionReason;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a sighting says: whether it is news, and the verdict on it. The same sightings in the same order lead to
 * the same outcomes; a sighting that comes twice, or after a newer one, leads to nothing.
 */
final class Sightings {

    private final Lifetime lifetime;
    private final OutletDirectory outlets;

    Sightings(Lifetime lifetime, OutletDirectory outlets) {
        this.lifetime = lifetime;
        this.outlets = outlets;
    }

    /**
     * What a sighting leads to.
     *
     * @param known what is remembered of the article
     * @param now time of the record
     */
    Outcome decide(@Nullable ArticleMemory known, Article sighting, Instant now, Judge judge) {
        if (known == null) {
            return first(sighting, judge);
        }
        if (known.verdict().standing() == Standing.WITHDRAWN) {
            return Outcome.nothing(Kind.WITHDRAWN_BEFORE);
        }
        if (lifetime.frozen(known.origin().eventTime(), now)) {
            return Outcome.nothing(Kind.FROZEN);
        }
        if (!known.ownedBy(sighting.getFeedUrl())) {
            return joined(known, sighting.getFeedUrl());
        }
        if (sighting.getContentHash().equals(known.verdict().contentHash())) {
            return sameContent(known, sighting, judge);
        }
        if (!sighting.getFetched().isAfter(known.lastFetched())) {
            return Outcome.nothing(Kind.OUTDATED);
        }
        return judgedAgain(Kind.EDITED, RetractionReason.EDITED, known, sighting, judge);
    }

    /**
     * What a copy of a sighting leads to that asks for the article to be judged again: a new verdict if it shows the
     * article's current content and other rules are in force, else nothing.
     */
    Outcome judgeAgain(@Nullable ArticleMemory known, Article sighting, Instant now, Judge judge) {
        if (known == null) {
            return Outcome.nothing(Kind.UNKNOWN);
        }
        if (known.verdict().standing() == Standing.WITHDRAWN) {
            return Outcome.nothing(Kind.WITHDRAWN_BEFORE);
        }
        if (lifetime.frozen(known.origin().eventTime(), now)) {
            return Outcome.nothing(Kind.FROZEN);
        }
        boolean current = known.ownedBy(sighting.getFeedUrl())
                && sighting.getContentHash().equals(known.verdict().contentHash());
        if (!current) {
            return Outcome.nothing(Kind.OUTDATED);
        }
        return judge.taxonomyVersion().equals(known.verdict().taxonomyVersion())
                ? Outcome.nothing(Kind.REPEATED)
                : judgedAgain(Kind.RECLASSIFIED, RetractionReason.RECLASSIFIED, known, sighting, judge);
    }

    /** What the withdrawal of an article leads to. */
    Outcome withdraw(@Nullable ArticleMemory known) {
        if (known == null) {
            return Outcome.nothing(Kind.UNKNOWN);
        }
        LastVerdict before = known.verdict();
        if (before.standing() == Standing.WITHDRAWN) {
            return Outcome.nothing(Kind.WITHDRAWN_BEFORE);
        }
        LastVerdict after = before.withdrawn();
        return new Outcome(
                Kind.WITHDRAWN,
                Optional.of(known.judged(known.lastFetched(), after)),
                before.firstLanguage().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Ruling.Withdrawn(before.firstLanguage(), after.revision())),
                coverage(known.origin(), before, null));
    }

    private Outcome first(Article sighting, Judge judge) {
        EventTime time = EventTime.of(
                sighting.getPublished(), sighting.getFetched(), sighting.getBackfill(), lifetime.horizon());
        Origin origin = new Origin(sighting.getFetched(), time.at(), time.counted(), sighting.getBackfill());
        Kind kind = switch (time.basis()) {
            case LATE -> Kind.LATE;
            case UNDATED_BACKFILL -> Kind.UNDATED_BACKFILL;
            case PUBLISHED, FIRST_SEEN -> Kind.FIRST;
        };
        return judged(kind, RetractionReason.UNKNOWN, origin, List.of(sighting.getFeedUrl()), null, sighting, judge);
    }

    private static Outcome joined(ArticleMemory known, String feedUrl) {
        if (known.feeds().contains(feedUrl)) {
            return Outcome.nothing(Kind.JOINED_BEFORE);
        }
        Optional<Ruling> ruling = known.verdict().inScope()
                ? Optional.of(new Ruling.Joined(known.verdict().firstLanguage(), feedUrl))
                : Optional.empty();
        return new Outcome(Kind.JOINED, Optional.of(known.joinedBy(feedUrl)), ruling, List.of());
    }

    private Outcome sameContent(ArticleMemory known, Article sighting, Judge judge) {
        if (!judge.taxonomyVersion().equals(known.verdict().taxonomyVersion())) {
            return judgedAgain(Kind.RECLASSIFIED, RetractionReason.RECLASSIFIED, known, sighting, judge);
        }
        return sighting.getFetched().isAfter(known.lastFetched())
                ? Outcome.remember(Kind.REPEATED, known.seenAt(sighting.getFetched()))
                : Outcome.nothing(Kind.REPEATED);
    }

    private Outcome judgedAgain(
            Kind kind, RetractionReason reason, ArticleMemory known, Article sighting, Judge judge) {
        return judged(kind, reason, known.origin(), known.feeds(), known, sighting, judge);
    }

    private Outcome judged(
            Kind kind,
            RetractionReason reason,
            Origin origin,
            List<String> feeds,
            @Nullable ArticleMemory known,
            Article sighting,
            Judge judge) {
        ArticleText text = ArticleText.of(sighting);
        Classification classification = judge.judge(text.title(), text.summary(), text.declaredLanguage());
        Attribution attribution = outlets.attribute(sighting.getLink(), sighting.getOutlet());
        LastVerdict before = known == null ? null : known.verdict();
        LastVerdict after = next(before, sighting, classification, attribution, judge.taxonomyVersion());
        Instant fetched = known == null || sighting.getFetched().isAfter(known.lastFetched())
                ? sighting.getFetched()
                : known.lastFetched();
        ArticleMemory memory = new ArticleMemory(origin, feeds, fetched, after);
        boolean concerned = after.inScope() || (before != null && before.inScope());
        return new Outcome(
                kind,
                Optional.of(memory),
                concerned
                        ? Optional.of(new Ruling.Verdict(
                                after.firstLanguage(),
                                Judgements.publish(sighting, text, memory, classification, attribution, reason)))
                        : Optional.empty(),
                coverage(origin, before, after));
    }

    private static LastVerdict next(
            @Nullable LastVerdict before,
            Article sighting,
            Classification classification,
            Attribution attribution,
            String taxonomyVersion) {
        String firstLanguage = before == null ? "" : before.firstLanguage();
        if (firstLanguage.isEmpty() && classification.inScope()) {
            firstLanguage = classification.language();
        }
        return new LastVerdict(
                before == null ? 1 : before.revision() + 1,
                classification.inScope() ? Standing.IN_SCOPE : Standing.OUT_OF_SCOPE,
                sighting.getContentHash(),
                taxonomyVersion,
                classification.language(),
                attribution.outlet().getCountry(),
                firstLanguage);
    }

    private static List<CoverageChange> coverage(
            Origin origin, @Nullable LastVerdict before, @Nullable LastVerdict after) {
        CoverageChange taken = before == null ? null : coverage(origin, before, -1);
        CoverageChange added = after == null ? null : coverage(origin, after, 1);
        if (!origin.counted() || (taken != null && added != null && taken.cancels(added))) {
            return List.of();
        }
        return Stream.of(taken, added).filter(Objects::nonNull).toList();
    }

    private static CoverageChange coverage(Origin origin, LastVerdict verdict, int sign) {
        return new CoverageChange(
                verdict.language(), verdict.outletCountry(), origin.eventTime(), sign, verdict.inScope() ? sign : 0);
    }
}
