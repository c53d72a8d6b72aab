// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of the judging of articles. */
@NullMarked
package dev.racewire.processor.classify;

import org.jspecify.annotations.NullMarked;
