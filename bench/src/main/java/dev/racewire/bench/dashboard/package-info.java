// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** The dashboard under load: a month of made-up articles in Kafka, two instances, readers of the API and of the stream. */
@NullMarked
package dev.racewire.bench.dashboard;

import org.jspecify.annotations.NullMarked;
