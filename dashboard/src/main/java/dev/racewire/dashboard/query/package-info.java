// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** Questions to the view: pure functions of a snapshot and a filter. */
@NullMarked
package dev.racewire.dashboard.query;

import org.jspecify.annotations.NullMarked;
