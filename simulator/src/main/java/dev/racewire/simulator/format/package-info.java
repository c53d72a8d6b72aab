// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** Feeds written as RSS, Atom and JSON Feed. */
@NullMarked
package dev.racewire.simulator.format;

import org.jspecify.annotations.NullMarked;
