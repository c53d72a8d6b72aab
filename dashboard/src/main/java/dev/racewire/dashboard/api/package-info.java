// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** The resources under /api/v1, one file each: parameters in, JSON or CSV out. */
@NullMarked
package dev.racewire.dashboard.api;

import org.jspecify.annotations.NullMarked;
