// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** Reading the public Kafka topics into the view. */
@NullMarked
package dev.racewire.dashboard.subscribe;

import org.jspecify.annotations.NullMarked;
