// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** How often verdicts are right: counted on labelled stories, with how sure that is. */
@NullMarked
package dev.racewire.app.accuracy;

import org.jspecify.annotations.NullMarked;
