// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** The state of a running system on one screen: findings are read from Kafka, then judged by pure functions. */
@NullMarked
package dev.racewire.app.status;

import org.jspecify.annotations.NullMarked;
