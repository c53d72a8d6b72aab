// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A column of a CSV answer: its name, and what of a row stands in it. */
record Column<T>(String name, Function<T, @Nullable Object> value) {}
