// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** Typed settings: one name in three spellings, checked at once, unknown names refused. */
@NullMarked
package dev.racewire.runtime.config;

import org.jspecify.annotations.NullMarked;
