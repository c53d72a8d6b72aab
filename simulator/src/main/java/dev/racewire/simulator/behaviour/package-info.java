// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** How feeds behave: well, or in the ways that real and hostile servers do not. */
@NullMarked
package dev.racewire.simulator.behaviour;

import org.jspecify.annotations.NullMarked;
