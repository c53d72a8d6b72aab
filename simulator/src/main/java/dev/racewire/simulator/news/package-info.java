// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** What feeds publish, and when. */
@NullMarked
package dev.racewire.simulator.news;

import org.jspecify.annotations.NullMarked;
