// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** The steps put together, their names, and the settings they run with. */
@NullMarked
package dev.racewire.processor.topology;

import org.jspecify.annotations.NullMarked;
