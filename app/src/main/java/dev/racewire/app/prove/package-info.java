// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** The proof that nothing is lost and nothing counted twice: kills under load, then a reckoning of its own. */
@NullMarked
package dev.racewire.app.prove;

import org.jspecify.annotations.NullMarked;
