// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** Whether all parts stay as small as they were, hour after hour, while others fail beside them. */
@NullMarked
package dev.racewire.bench.soak;

import org.jspecify.annotations.NullMarked;
