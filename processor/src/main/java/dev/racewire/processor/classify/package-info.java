// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** Judges articles: in scope or not, rivalry, countries and topics, each with the words behind it. Pure, without Kafka. */
@NullMarked
package dev.racewire.processor.classify;

import org.jspecify.annotations.NullMarked;
