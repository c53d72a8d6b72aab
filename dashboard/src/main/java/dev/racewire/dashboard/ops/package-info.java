// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** The last hours of this process's meters, for operators who have no Prometheus at hand. */
@NullMarked
package dev.racewire.dashboard.ops;

import org.jspecify.annotations.NullMarked;
