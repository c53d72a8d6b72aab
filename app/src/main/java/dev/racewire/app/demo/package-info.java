// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** The demo: a sample week of invented outlets, replayed in two minutes through everything that is real. */
@NullMarked
package dev.racewire.app.demo;

import org.jspecify.annotations.NullMarked;
