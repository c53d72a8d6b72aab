// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

/**
 * A feed that was read.
 *
 * @param complete false when the document broke off or a limit cut it: the items before the break are there, others may
 *     be missing, so the answer's validators must not be stored
 * @param warning what was wrong, for people; or the empty string
 */
public record Parsed(ParsedFeed feed, boolean complete, String warning) implements ParseOutcome {}
