// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** A data directory in one file, and back again. */
@NullMarked
package dev.racewire.app.backup;

import org.jspecify.annotations.NullMarked;
