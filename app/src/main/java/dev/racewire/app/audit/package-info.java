// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** Proof that the counts are right: everything is counted again here, by code that shares nothing with the processor. */
@NullMarked
package dev.racewire.app.audit;

import org.jspecify.annotations.NullMarked;
