// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** The role that judges, clusters and counts articles, as a Kafka Streams application. */
@NullMarked
package dev.racewire.processor;

import org.jspecify.annotations.NullMarked;
