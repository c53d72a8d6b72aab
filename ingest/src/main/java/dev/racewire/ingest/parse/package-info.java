// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0

/** Bytes of an answer to the items of a feed: charset, scan, guard, shape, Rome, completion, plain text. */
@NullMarked
package dev.racewire.ingest.parse;

import org.jspecify.annotations.NullMarked;
