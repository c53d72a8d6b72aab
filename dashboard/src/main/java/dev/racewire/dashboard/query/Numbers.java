// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

/**
 * What is counted of a set of articles. Only {@code articles}, {@code rivalries} and {@code stateMediaArticles} add up
 * over time.
 */
public record Numbers(long articles, long stories, long publishers, long rivalries, long stateMediaArticles) {

    static final Numbers ZERO = new Numbers(0, 0, 0, 0, 0);
}
