// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** Withdrawing texts: which articles are meant, and their way out of everything that shows them. */
@NullMarked
package dev.racewire.app.retract;

import org.jspecify.annotations.NullMarked;
