// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** What all HTTP servers of Racewire share: room for those who ask, however many stay silent. */
@NullMarked
package dev.racewire.runtime.http;

import org.jspecify.annotations.NullMarked;
