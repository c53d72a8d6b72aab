// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** A Kafka topic as lines of text. */
@NullMarked
package dev.racewire.app.tail;

import org.jspecify.annotations.NullMarked;
