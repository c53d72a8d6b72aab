// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.state;

import dev.racewire.schemas.FeedHealth;

/**
 * How a feed fares.
 *
 * @param reason why, for people; empty when all is well, and never with a secret in it
 * @param failures polls that failed in a row
 */
public record Condition(FeedHealth health, String reason, int failures) {

    public static final Condition UNCONFIRMED = new Condition(FeedHealth.UNCONFIRMED, "", 0);

    public static final Condition OK = new Condition(FeedHealth.OK, "", 0);
}
