// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** Ordered start and stop of the parts of a process. */
@NullMarked
package dev.racewire.runtime.lifecycle;

import org.jspecify.annotations.NullMarked;
