// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** The guarantees of the processor as objects, and runs that try to break them. */
@NullMarked
package dev.racewire.bench.exactness;

import org.jspecify.annotations.NullMarked;
