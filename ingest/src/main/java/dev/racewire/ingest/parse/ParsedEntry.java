// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One item of a feed: texts are plain, bounded and free of control characters; the link is an absolute http or https
 * address.
 *
 * @param id the guid, or what stands for it; the link when there is none
 * @param published date of publication; null when there is none or it is absurd
 * @param updated date of the last change, likewise
 * @param summary the short text, or the empty string
 * @param content the full text where the feed carries one apart from the summary, or the empty string
 */
public record ParsedEntry(
        @Nullable String title,
        @Nullable String link,
        @Nullable String id,
        @Nullable Instant published,
        @Nullable Instant updated,
        String summary,
        String content,
        @Nullable String language) {}
