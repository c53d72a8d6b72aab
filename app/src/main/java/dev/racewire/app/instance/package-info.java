// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** A running installation on this machine: the directory that it holds, and how other commands find it. */
@NullMarked
package dev.racewire.app.instance;

import org.jspecify.annotations.NullMarked;
