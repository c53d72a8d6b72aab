// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.newswire;

/**
 * What a cell must say.
 *
 * @param articles articles
 * @param stories distinct stories
 * @param publishers distinct publishers
 * @param rivalries articles that set countries against each other
 * @param stateMedia articles of state media
 */
public record CellNumbers(long articles, long stories, long publishers, long rivalries, long stateMedia) {

    public static final CellNumbers NONE = new CellNumbers(0, 0, 0, 0, 0);
}
