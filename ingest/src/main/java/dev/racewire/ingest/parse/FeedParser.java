// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to feed, in steps: charset, scan and heal, Rome, completion, plain text. Never throws for what the bytes hold;
 * safe for use by many threads.
 */
public final class FeedParser {
    private final InstantSource clock;
    private final Limits limits;

    /** @param clock bounds plausible dates and the deadline */
    public FeedParser(InstantSource clock) {
        this(clock, Limits.USUAL);
    }

    FeedParser(InstantSource clock, Limits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Reads the body of an answer.
     *
     * @param contentType the header of that name, of which the charset is a hint
     * @param baseUrl the address that answered, to which relative links belong
     */
    public ParseOutcome parse(byte[] body, @Nullable String contentType, @Nullable URI baseUrl) {
        try {
            return outcome(body, contentType, baseUrl);
        } catch (RuntimeException e) {
            // A mistake of ours or of Rome's, met by this document: it costs this answer and nothing else.
            return Refused.of(Refusal.BROKEN, "the parser failed: " + e);
        }
    }

    /** The same without the last resort, for tests that look for such mistakes. */
    ParseOutcome outcome(byte[] body, @Nullable String contentType, @Nullable URI baseUrl) {
        int length = Math.min(body.length, limits.bytes());
        String text = BodyText.decode(body, length, contentType);
        if (text.isBlank()) {
            return Refused.of(Refusal.EMPTY, body.length == 0 ? "no bytes" : "nothing but white space");
        }
        ParseOutcome outcome = isJson(text) ? json(text, baseUrl) : xml(text, baseUrl);
        boolean capped = length < body.length;
        return capped && outcome instanceof Parsed parsed
                ? new Parsed(parsed.feed(), false, "only the first " + length + " bytes are read")
                : outcome;
    }

    private ParseOutcome json(String text, @Nullable URI baseUrl) {
        JsonFeedReader reader = new JsonFeedReader(new Guard(limits, clock), new FeedDates(clock.instant()));
        try {
            reader.read(text);
        } catch (Guard.Exceeded e) {
            return exceeded(e, reader.feed(), baseUrl);
        }
        return reader.found()
                ? complete(reader.feed(), baseUrl)
                : Refused.of(Refusal.NOT_A_FEED, "JSON that is no JSON Feed 1.0 or 1.1");
    }

    private ParseOutcome xml(String text, @Nullable URI baseUrl) {
        FeedReader reader = new FeedReader(text, new Guard(limits, clock), new FeedDates(clock.instant()));
        try {
            reader.read();
        } catch (Guard.Exceeded e) {
            return exceeded(e, reader.feed(), baseUrl);
        }
        boolean page = HtmlPage.begins(reader.first());
        if (page && reader.feed().items.isEmpty()) {
            return new Refused(Refusal.HTML_PAGE, "an HTML page, not a feed", HtmlPage.feeds(text, baseUrl));
        }
        if (!reader.found()) {
            return reader.first().isEmpty()
                    ? Refused.of(Refusal.BROKEN, "neither XML nor JSON")
                    : Refused.of(Refusal.NOT_A_FEED, "the first element is " + reader.first() + ", which no feed has");
        }
        return complete(reader.feed(), baseUrl);
    }

    private ParseOutcome exceeded(Guard.Exceeded limit, Draft.Feed draft, @Nullable URI baseUrl) {
        if (draft.items.isEmpty()) {
            return Refused.of(limit.reason(), limit.what());
        }
        draft.breakOff(limit.what());
        return complete(draft, baseUrl);
    }

    private static boolean isJson(String text) {
        int i = 0;
        while (i < text.length() && XmlScanner.isSpace(text.charAt(i))) {
            i++;
        }
        return i < text.length() && text.charAt(i) == '{';
    }

    private ParseOutcome complete(Draft.Feed draft, @Nullable URI baseUrl) {
        draft.keepNewest(limits.kept());
        try {
            SyndFeed feed = RomeFeed.of(draft, new LinkBase(baseUrl, draft.reference(Field.LINK)));
            return new Parsed(Completion.of(feed, draft), draft.complete(), draft.warning());
        } catch (FeedException e) {
            return Refused.of(Refusal.BROKEN, String.valueOf(e.getMessage()));
        }
    }
}
