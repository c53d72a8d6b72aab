// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0

/** What judging an article costs. */
@NullMarked
package dev.racewire.bench.classify;

import org.jspecify.annotations.NullMarked;
