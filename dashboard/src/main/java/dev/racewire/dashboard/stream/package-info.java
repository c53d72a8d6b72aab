// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** Server-sent events: what changes, as it changes, to clients that may come and go. */
@NullMarked
package dev.racewire.dashboard.stream;

import org.jspecify.annotations.NullMarked;
