// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** Beside the counts: how much was read, in scope or not. */
@NullMarked
package dev.racewire.processor.coverage;

import org.jspecify.annotations.NullMarked;
