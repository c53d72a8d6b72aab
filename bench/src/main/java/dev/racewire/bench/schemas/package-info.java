// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0

/** What the wire format costs. */
@NullMarked
package dev.racewire.bench.schemas;

import org.jspecify.annotations.NullMarked;
