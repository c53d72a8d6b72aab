// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** What was shown, what was read, and what is owed. */
@NullMarked
package dev.racewire.simulator.ledger;

import org.jspecify.annotations.NullMarked;
