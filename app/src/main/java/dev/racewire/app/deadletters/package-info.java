// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** What was set aside: listed by its reason, and sent through again. */
@NullMarked
package dev.racewire.app.deadletters;

import org.jspecify.annotations.NullMarked;
