// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.feedlist;

/**
 * What is wrong with one line of a list; the other lines are taken.
 *
 * @param line its number, from 1; 0 when it is not known
 */
public record FeedListProblem(long line, String message) {

    @Override
    public String toString() {
        return line == 0 ? message : "line " + line + ": " + message;
    }
}
