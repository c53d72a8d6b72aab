// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** How values stand in state stores and internal Kafka topics, and how they leave them. */
@NullMarked
package dev.racewire.processor.state;

import org.jspecify.annotations.NullMarked;
