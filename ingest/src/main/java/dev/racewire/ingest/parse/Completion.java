// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What Rome read, with what Rome does not: dates, languages, hints; and its markup as plain text. */
final class Completion {
    private static final int HEADLINE = 100;

    private Completion() {}

    static ParsedFeed of(SyndFeed feed, Draft.Feed draft) {
        List<ParsedEntry> entries = new ArrayList<>();
        for (int i = 0; i < draft.items.size(); i++) {
            entries.add(entry(feed.getEntries().get(i), draft.items.get(i)));
        }
        String title = textOrNull(feed.getTitleEx(), Limits.TITLE);
        return new ParsedFeed(
                title == null ? feed.getLink() : title,
                feed.getLink(),
                textOrNull(feed.getDescriptionEx(), Limits.SUMMARY),
                language(draft),
                word(feed.getUri() == null ? feed.getLink() : feed.getUri()),
                draft.date(Field.PUBLISHED),
                draft.date(Field.UPDATED),
                hints(draft),
                entries);
    }

    private static ParsedEntry entry(SyndEntry entry, Draft draft) {
        String content =
                entry.getContents().isEmpty() ? "" : text(entry.getContents().get(0), Limits.CONTENT);
        String summary = text(entry.getDescription(), Limits.SUMMARY);
        return new ParsedEntry(
                title(text(entry.getTitleEx(), Limits.TITLE), summary.isEmpty() ? content : summary),
                entry.getLink(),
                word(entry.getUri()),
                draft.date(Field.PUBLISHED),
                draft.date(Field.UPDATED),
                summary,
                content,
                language(draft));
    }

    /** The title; of an item without one (a short message) the beginning of its text. */
    private static @Nullable String title(String title, String text) {
        if (!title.isEmpty()) {
            return title;
        }
        return text.isEmpty() ? null : PlainText.beginning(text, HEADLINE);
    }

    private static @Nullable String textOrNull(@Nullable SyndContent content, int max) {
        String text = text(content, max);
        return text.isEmpty() ? null : text;
    }

    private static String text(@Nullable SyndContent content, int max) {
        if (content == null || content.getValue() == null) {
            return "";
        }
        return PlainText.of(Markup.ofAtom(content.getValue(), content.getType()), max);
    }

    private static @Nullable String word(@Nullable String word) {
        if (word == null) {
            return null;
        }
        String clean = PlainText.cut(PlainText.clean(word), Limits.WORD);
        return clean.isEmpty() ? null : clean;
    }

    /** What can be a language; anything else is none. */
    private static @Nullable String language(Draft draft) {
        String word = draft.word(Field.LANGUAGE);
        boolean tag = word != null
                && word.length() <= Limits.LANGUAGE
                && word.chars()
                        .allMatch(c -> XmlScanner.isAsciiLetter((char) c)
                                || XmlScanner.isDigit((char) c)
                                || c == '-'
                                || c == '_');
        return tag ? word : null;
    }

    private static FeedHints hints(Draft.Feed draft) {
        long ttl = number(draft.word(Field.TTL));
        return new FeedHints(ttl <= 0 ? null : Duration.ofMinutes(ttl), period(draft), draft.skipHours, draft.skipDays);
    }

    private static @Nullable Duration period(Draft.Feed draft) {
        String name = draft.word(Field.PERIOD);
        if (name == null) {
            return null;
        }
        long times = number(draft.word(Field.FREQUENCY));
        Duration period = switch (name.toLowerCase(Locale.ROOT)) {
            case "hourly" -> Duration.ofHours(1);
            case "daily" -> Duration.ofDays(1);
            case "weekly" -> Duration.ofDays(7);
            case "monthly" -> Duration.ofDays(30);
            case "yearly" -> Duration.ofDays(365);
            default -> null;
        };
        return period == null ? null : period.dividedBy(Math.max(1, times));
    }

    private static long number(@Nullable String word) {
        boolean digits = word != null
                && word.length() <= 7
                && !word.isEmpty()
                && word.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && word != null ? Long.parseLong(word) : -1;
    }
}
