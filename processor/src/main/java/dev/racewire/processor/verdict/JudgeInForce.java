// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.verdict;

/** Knows the judge whose taxonomy is in force, which changes with each promotion. */
public interface JudgeInForce {

    /** The judge as far as this instance has heard. */
    Judge now();

    /** The judge once this instance has heard of the promotion at that offset: waits for it. */
    Judge after(long promotion);
}
