// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0

/** The public contract: records, names and settings of the Kafka topics, and the wire format. */
@NullMarked
package dev.racewire.schemas;

import org.jspecify.annotations.NullMarked;
