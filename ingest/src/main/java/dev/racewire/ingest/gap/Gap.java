// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.gap;

import dev.racewire.schemas.GapReason;
import java.time.Instant;

/**
 * A span of time in which items of a feed may have been missed.
 *
 * @param from last moment up to which the feed is known to be complete
 * @param to first moment from which it is known to be complete again
 * @param detail for people
 */
public record Gap(String feedUrl, Instant from, Instant to, GapReason reason, String detail) {}
