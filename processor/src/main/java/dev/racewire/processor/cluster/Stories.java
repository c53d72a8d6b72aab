// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.cluster;

import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The stories and their members. A story's id is minted once, says nothing, and lives while the story has a member,
 * whoever was the first.
 */
final class Stories {

    private final KeyValueStore<String, Member> members;
    private final KeyValueStore<String, Long> sizes;
    private final Bands bands;

    Stories(KeyValueStore<String, Member> members, KeyValueStore<String, Long> sizes, Bands bands) {
        this.members = members;
        this.sizes = sizes;
        this.bands = bands;
    }

    /** The story of an article as it stands now; one that is in no cell has a story of its own. */
    String assign(@Nullable ClassifiedArticle before, ClassifiedArticle after) {
        String id = after.getId();
        Member known = members.get(id);
        if (after.getState() != ArticleState.IN_SCOPE || !after.getCounted()) {
            if (known != null) {
                leave(id, known);
            }
            return before == null ? mint(after) : before.getStoryId();
        }
        Member now = Member.of(after);
        if (known != null && !(known.becomesAnotherText(now) && isYoung(after))) {
            return known.storyId();
        }
        String story = likest(id, now).map(Member::storyId).orElseGet(() -> ownStory(known, after));
        if (known != null) {
            leave(id, known);
        }
        join(id, now.in(story));
        return story;
    }

    /** Forgets an article that is too old to matter. */
    void forget(String id) {
        Member known = members.get(id);
        if (known != null) {
            leave(id, known);
        }
    }

    private Optional<Member> likest(String id, Member now) {
        Member best = null;
        double bestLikeness = 0;
        for (String candidate : bands.candidates(now)) {
            Member other = candidate.equals(id) ? null : members.get(candidate);
            if (other != null && now.tellsTheStoryOf(other)) {
                double likeness = now.fingerprint().titleLikeness(other.fingerprint());
                if (likeness > bestLikeness) {
                    best = other;
                    bestLikeness = likeness;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** A story of which it is the only member stays its own. */
    private String ownStory(@Nullable Member known, ClassifiedArticle article) {
        Long size = known == null ? null : sizes.get(known.storyId());
        return known != null && size != null && size == 1 ? known.storyId() : mint(article);
    }

    private void join(String id, Member member) {
        members.put(id, member);
        bands.add(id, member);
        Long size = sizes.get(member.storyId());
        sizes.put(member.storyId(), size == null ? 1 : size + 1);
    }

    private void leave(String id, Member member) {
        members.delete(id);
        bands.remove(id, member);
        Long size = sizes.get(member.storyId());
        if (size == null || size <= 1) {
            sizes.delete(member.storyId());
        } else {
            sizes.put(member.storyId(), size - 1);
        }
    }

    private static boolean isYoung(ClassifiedArticle article) {
        return Duration.between(article.getFirstSeen(), article.getFetched()).compareTo(Member.SPAN) <= 0;
    }

    private static String mint(ClassifiedArticle article) {
        String seed = "story " + article.getId() + ' ' + article.getRevision();
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
