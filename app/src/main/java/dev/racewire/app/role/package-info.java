// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** How the services of the modules are put together in one process. */
@NullMarked
package dev.racewire.app.role;

import org.jspecify.annotations.NullMarked;
