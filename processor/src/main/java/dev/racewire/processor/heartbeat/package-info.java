// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** A heartbeat that goes through every task beside the news, so that silence can be told from standstill. */
@NullMarked
package dev.racewire.processor.heartbeat;

import org.jspecify.annotations.NullMarked;
