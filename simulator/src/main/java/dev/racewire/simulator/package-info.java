// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** A feed server on loopback that knows what it showed, to whom, and when; it imports nothing else of the house. */
@NullMarked
package dev.racewire.simulator;

import org.jspecify.annotations.NullMarked;
