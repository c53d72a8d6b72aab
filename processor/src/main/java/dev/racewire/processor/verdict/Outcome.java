// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.verdict;

import java.util.List;
import java.util.Optional;

/**
 * What one sighting leads to.
 *
 * @param kind what it was
 * @param memory what is remembered of the article from now on; empty: as before
 * @param ruling what is passed on to the second step
 * @param coverage what changes in the coverage
 */
public record Outcome(
        Kind kind, Optional<ArticleMemory> memory, Optional<Ruling> ruling, List<CoverageChange> coverage) {

    public Outcome {
        coverage = List.copyOf(coverage);
    }

    /** What a sighting was; each sighting is one of these, or a dead letter. */
    public enum Kind {
        /** An article that was not known. */
        FIRST,
        /** The same, with a date before the horizon: in no cell. */
        LATE,
        /** The same, undated in a feed's backlog: in no cell. */
        UNDATED_BACKFILL,
        /** Known content from the owning feed. */
        REPEATED,
        /** New content from the owning feed. */
        EDITED,
        /** Older than what the owning feed showed since, or a request to judge again what is not the current content. */
        OUTDATED,
        /** Known content, and another taxonomy is in force. */
        RECLASSIFIED,
        /** Another feed shows the article for the first time. */
        JOINED,
        /** Another feed shows the article again. */
        JOINED_BEFORE,
        /** The article is older than the horizon and stands as it is. */
        FROZEN,
        /** The withdrawal of an article. */
        WITHDRAWN,
        /** Of an article that was withdrawn: it stays so. */
        WITHDRAWN_BEFORE,
        /** The withdrawal, or a request to judge again, of an article that is not known. */
        UNKNOWN
    }

    static Outcome nothing(Kind kind) {
        return new Outcome(kind, Optional.empty(), Optional.empty(), List.of());
    }

    static Outcome remember(Kind kind, ArticleMemory memory) {
        return new Outcome(kind, Optional.of(memory), Optional.empty(), List.of());
    }

    /** Whether anybody behind this step has to know. */
    boolean isNews() {
        return ruling.isPresent() || !coverage.isEmpty();
    }
}
