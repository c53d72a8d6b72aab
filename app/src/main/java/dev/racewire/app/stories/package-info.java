// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** Labelled stories, written for Racewire: one half to mend the rules by, one half to judge them by. */
@NullMarked
package dev.racewire.app.stories;

import org.jspecify.annotations.NullMarked;
