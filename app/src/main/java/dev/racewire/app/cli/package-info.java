// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** What all commands share: help, exit codes, settings as flags, and the way to a broker. */
@NullMarked
package dev.racewire.app.cli;

import org.jspecify.annotations.NullMarked;
