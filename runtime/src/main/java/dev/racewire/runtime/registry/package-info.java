// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** Somebody else's schema registry: publishing our schemas there, and speaking its ids on the wire. */
@NullMarked
package dev.racewire.runtime.registry;

import org.jspecify.annotations.NullMarked;
