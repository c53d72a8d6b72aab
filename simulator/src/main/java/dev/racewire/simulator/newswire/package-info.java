// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** Invented news whose labels and stories are known by how they were made, and what must become of them. */
@NullMarked
package dev.racewire.simulator.newswire;

import org.jspecify.annotations.NullMarked;
