// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** The taxonomy in force: published at the first start, replaced when another one is promoted. */
@NullMarked
package dev.racewire.processor.taxonomy;

import org.jspecify.annotations.NullMarked;
