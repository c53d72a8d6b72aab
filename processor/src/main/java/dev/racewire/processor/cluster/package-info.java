// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** Second step, by first language: which articles tell one story, and what changes in which row of cells. */
@NullMarked
package dev.racewire.processor.cluster;

import org.jspecify.annotations.NullMarked;
