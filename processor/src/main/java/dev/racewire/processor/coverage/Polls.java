// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.coverage;

/**
 * Polls of feeds.
 *
 * @param due polls that were due, made or not
 * @param read those of them that were answered with a feed, or with "nothing new"
 * @param failed those that were answered otherwise, or not at all
 */
public record Polls(long due, long read, long failed) {

    static final Polls NONE = new Polls(0, 0, 0);

    /** A poll that was due and that nobody made. */
    static final Polls MISSED = new Polls(1, 0, 0);

    static Polls made(long number, long failed) {
        return new Polls(number, number - failed, failed);
    }

    Polls plus(Polls other) {
        return new Polls(due + other.due, read + other.read, failed + other.failed);
    }
}
