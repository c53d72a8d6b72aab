// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** The classified articles as commands read them: the last record of each. */
@NullMarked
package dev.racewire.app.articles;

import org.jspecify.annotations.NullMarked;
