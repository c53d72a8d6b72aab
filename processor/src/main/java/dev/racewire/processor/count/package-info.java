// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** Third step, by row: cells that go up and down with the articles in them. */
@NullMarked
package dev.racewire.processor.count;

import org.jspecify.annotations.NullMarked;
