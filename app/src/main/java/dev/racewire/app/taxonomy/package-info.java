// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** Taxonomies of a running system: found by name, held side by side, put in force. */
@NullMarked
package dev.racewire.app.taxonomy;

import org.jspecify.annotations.NullMarked;
