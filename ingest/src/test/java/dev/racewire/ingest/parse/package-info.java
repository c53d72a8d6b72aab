// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0

/** Tests of the parser, one for each of its steps, and of the whole against hostile input. */
@NullMarked
package dev.racewire.ingest.parse;

import org.jspecify.annotations.NullMarked;
