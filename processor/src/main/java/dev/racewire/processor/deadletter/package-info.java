// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** What becomes of records that can't be read or judged. */
@NullMarked
package dev.racewire.processor.deadletter;

import org.jspecify.annotations.NullMarked;
