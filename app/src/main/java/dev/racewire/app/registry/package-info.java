// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** A schema registry for foreign readers: what Confluent's answers, out of the schemas that this build carries. */
@NullMarked
package dev.racewire.app.registry;

import org.jspecify.annotations.NullMarked;
