// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0

/** What of the libraries' logs reaches the operator. */
@NullMarked
package dev.racewire.app.log;

import org.jspecify.annotations.NullMarked;
