// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** First step, by article: which sightings say something new, and what the verdict on an article is. */
@NullMarked
package dev.racewire.processor.verdict;

import org.jspecify.annotations.NullMarked;
