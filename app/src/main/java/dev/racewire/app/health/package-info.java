// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** Whether a running system is alive, as its own heartbeats tell. */
@NullMarked
package dev.racewire.app.health;

import org.jspecify.annotations.NullMarked;
