// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** What the dashboard knows: the public Kafka topics as one process holds them in memory, published as snapshots that never change. */
@NullMarked
package dev.racewire.dashboard.view;

import org.jspecify.annotations.NullMarked;
