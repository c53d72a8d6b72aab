// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.view;

import org.jspecify.annotations.Nullable;

/**
 * What a record did to the view.
 *
 * @param before the article as it was held, or null when it was new
 * @param after the article as it is held now
 */
public record Change(@Nullable ArticleEntry before, ArticleEntry after) {}
