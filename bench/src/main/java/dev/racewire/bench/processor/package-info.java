// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** Load runs of the processor beside what bare Kafka does in the same run. */
@NullMarked
package dev.racewire.bench.processor;

import org.jspecify.annotations.NullMarked;
