// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.cluster;

import dev.racewire.processor.state.StateFormat;
import dev.racewire.schemas.ClassifiedArticle;
import java.time.Duration;
import java.time.Instant;

/**
 * An article as a member of a story.
 *
 * @param storyId its story
 * @param eventTime when it happened
 * @param language language of its text
 * @param publisher owner of its outlet
 * @param fingerprint its text when it was clustered
 */
public record Member(String storyId, Instant eventTime, String language, String publisher, Fingerprint fingerprint) {

    public static final StateFormat<Member> FORMAT = new StateFormat<>(
            "member",
            1,
            (member, out) -> {
                out.text(member.storyId);
                out.instant(member.eventTime);
                out.text(member.language);
                out.text(member.publisher);
                member.fingerprint.write(out);
            },
            (in, version) -> new Member(in.text(), in.instant(), in.text(), in.text(), Fingerprint.read(in)));

    /** Articles of one story lie no further apart, and an edit moves an article no later. */
    static final Duration SPAN = Duration.ofDays(3);

    /** Titles at least so alike are copies when two outlets have them. */
    private static final double COPY = 0.6;

    /** Titles at least so alike are one article twice when one outlet has them. */
    private static final double TWIN = 0.9;

    /** Titles with fewer shingles (about five words) need a summary that agrees. */
    private static final int SHORT_TITLE = 11;

    private static final double SUMMARY_AGREES = 0.3;
    private static final double SUMMARY_SAME = 0.6;

    static Member of(ClassifiedArticle article) {
        return new Member(
                "",
                article.getEventTime(),
                article.getLanguage(),
                article.getOutlet().getPublisher(),
                Fingerprint.of(article.getTitle(), article.getSummary()));
    }

    Member in(String story) {
        return new Member(story, eventTime, language, publisher, fingerprint);
    }

    /** Whether both tell one story: a text and its copy. */
    boolean tellsTheStoryOf(Member other) {
        return language.equals(other.language)
                && Duration.between(eventTime, other.eventTime).abs().compareTo(SPAN) <= 0
                && fingerprint.comparable()
                && other.fingerprint.comparable()
                && fingerprint.numbers().equals(other.fingerprint.numbers())
                && (publisher.equals(other.publisher) ? isTwinOf(other.fingerprint) : isCopyOf(other.fingerprint));
    }

    private boolean isCopyOf(Fingerprint other) {
        return fingerprint.titleLikeness(other) >= COPY
                && (!hasShortTitle(other)
                        || !fingerprint.hasSummary()
                        || !other.hasSummary()
                        || fingerprint.summaryOverlap(other) >= SUMMARY_AGREES);
    }

    /** One outlet's bulletins carry one title day after day; so its articles are one only when their summaries are. */
    private boolean isTwinOf(Fingerprint other) {
        return fingerprint.titleLikeness(other) >= TWIN && fingerprint.summaryOverlap(other) >= SUMMARY_SAME;
    }

    private boolean hasShortTitle(Fingerprint other) {
        return Math.min(fingerprint.title().size(), other.title().size()) < SHORT_TITLE;
    }

    /** Whether an edit made another text of it, so that its story has to be found anew. */
    boolean becomesAnotherText(Member edited) {
        return !language.equals(edited.language) || fingerprint.titleLikeness(edited.fingerprint) < COPY;
    }
}
