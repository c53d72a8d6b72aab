// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** Construction of Kafka clients, Kafka topics and serdes. */
@NullMarked
package dev.racewire.runtime.kafka;

import org.jspecify.annotations.NullMarked;
