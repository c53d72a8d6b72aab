// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** The Kafka broker that runs inside the program, and the directory that keeps its data. */
@NullMarked
package dev.racewire.app.broker;

import org.jspecify.annotations.NullMarked;
