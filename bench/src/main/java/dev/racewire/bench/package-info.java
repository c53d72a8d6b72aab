// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0

/** Measurements: each compares side by side in one run and says the conditions. {@code ./racewire bench} lists them. */
@NullMarked
package dev.racewire.bench;

import org.jspecify.annotations.NullMarked;
