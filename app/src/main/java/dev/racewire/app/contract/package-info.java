// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** The documents that describe the public Kafka topics to machines, made from the schemas and the topic table. */
@NullMarked
package dev.racewire.app.contract;

import org.jspecify.annotations.NullMarked;
