// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** The program: its command line and what the commands are made of. */
@NullMarked
package dev.racewire.app;

import org.jspecify.annotations.NullMarked;
