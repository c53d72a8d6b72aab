// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** The HTTP port for operators: health and metrics. */
@NullMarked
package dev.racewire.runtime.ops;

import org.jspecify.annotations.NullMarked;
