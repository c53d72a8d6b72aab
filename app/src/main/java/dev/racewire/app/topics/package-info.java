// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** Kafka topics as they are on a cluster, beside what they should be. */
@NullMarked
package dev.racewire.app.topics;

import org.jspecify.annotations.NullMarked;
