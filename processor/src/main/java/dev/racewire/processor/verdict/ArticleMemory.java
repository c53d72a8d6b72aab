// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.verdict;

import dev.racewire.processor.state.FieldReader;
import dev.racewire.processor.state.FieldWriter;
import dev.racewire.processor.state.StateFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of an article, in scope or not, so that a sighting of it can be told from news.
 *
 * @param origin what its first sighting fixed
 * @param feeds feeds that showed it, the first one first: that one owns its text
 * @param lastFetched when the owner showed it last
 * @param verdict the last verdict on it
 */
public record ArticleMemory(Origin origin, List<String> feeds, Instant lastFetched, LastVerdict verdict) {

    public static final StateFormat<ArticleMemory> FORMAT =
            new StateFormat<>("article memory", 1, ArticleMemory::write, ArticleMemory::read);

    public ArticleMemory {
        feeds = List.copyOf(feeds);
    }

    boolean ownedBy(String feedUrl) {
        return feeds.get(0).equals(feedUrl);
    }

    ArticleMemory joinedBy(String feedUrl) {
        List<String> more = new ArrayList<>(feeds);
        more.add(feedUrl);
        return new ArticleMemory(origin, more, lastFetched, verdict);
    }

    ArticleMemory seenAt(Instant fetched) {
        return new ArticleMemory(origin, feeds, fetched, verdict);
    }

    ArticleMemory judged(Instant fetched, LastVerdict next) {
        return new ArticleMemory(origin, feeds, fetched, next);
    }

    /** Whether it can be forgotten: nothing about it can change any more. */
    boolean expired(Instant before) {
        return origin.eventTime().isBefore(before) && origin.firstSeen().isBefore(before);
    }

    /**
     * What an article's first sighting fixed.
     *
     * @param firstSeen when it was fetched
     * @param eventTime the time that decides its windows
     * @param counted whether it is in any cell
     * @param backfill whether it came with a feed's backlog
     */
    public record Origin(Instant firstSeen, Instant eventTime, boolean counted, boolean backfill) {}

    /** How an article stands. */
    public enum Standing {
        OUT_OF_SCOPE,
        IN_SCOPE,
        WITHDRAWN
    }

    /**
     * The last verdict on an article.
     *
     * @param revision its number, from 1
     * @param standing how the article stands by it
     * @param contentHash content that was judged
     * @param taxonomyVersion taxonomy that judged it
     * @param language language that it was judged in
     * @param outletCountry country of its outlet
     * @param firstLanguage language in which it first came into scope, which decides its partition for good; empty: it
     *     never was in scope
     */
    public record LastVerdict(
            int revision,
            Standing standing,
            String contentHash,
            String taxonomyVersion,
            String language,
            String outletCountry,
            String firstLanguage) {

        boolean inScope() {
            return standing == Standing.IN_SCOPE;
        }

        LastVerdict withdrawn() {
            return new LastVerdict(
                    revision + 1,
                    Standing.WITHDRAWN,
                    contentHash,
                    taxonomyVersion,
                    language,
                    outletCountry,
                    firstLanguage);
        }
    }

    private static void write(ArticleMemory memory, FieldWriter out) {
        out.instant(memory.origin.firstSeen);
        out.instant(memory.origin.eventTime);
        out.flag(memory.origin.counted);
        out.flag(memory.origin.backfill);
        out.each(memory.feeds, FieldWriter::text);
        out.instant(memory.lastFetched);
        LastVerdict verdict = memory.verdict;
        out.number(verdict.revision);
        out.text(verdict.standing.name());
        out.text(verdict.contentHash);
        out.text(verdict.taxonomyVersion);
        out.text(verdict.language);
        out.text(verdict.outletCountry);
        out.text(verdict.firstLanguage);
    }

    private static ArticleMemory read(FieldReader in, int version) {
        Origin origin = new Origin(in.instant(), in.instant(), in.flag(), in.flag());
        return new ArticleMemory(
                origin,
                in.each(FieldReader::text),
                in.instant(),
                new LastVerdict(
                        in.integer(),
                        Standing.valueOf(in.text()),
                        in.text(),
                        in.text(),
                        in.text(),
                        in.text(),
                        in.text()));
    }
}
