// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** Articles drawn by chance for people to label, without a hint of the verdict. */
@NullMarked
package dev.racewire.app.sample;

import org.jspecify.annotations.NullMarked;
