// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** The country x topic table as text. */
@NullMarked
package dev.racewire.app.matrix;

import org.jspecify.annotations.NullMarked;
