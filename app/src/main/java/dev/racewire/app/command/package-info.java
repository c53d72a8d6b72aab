// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** The commands, a class each: they read what was asked for and leave the work to the packages beside this one. */
@NullMarked
package dev.racewire.app.command;

import org.jspecify.annotations.NullMarked;
