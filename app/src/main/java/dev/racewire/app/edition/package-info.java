// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** A settled day, written down for good. */
@NullMarked
package dev.racewire.app.edition;

import org.jspecify.annotations.NullMarked;
