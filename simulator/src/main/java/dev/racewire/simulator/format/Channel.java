// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.format;

import java.time.Instant;

/**
 * What a feed says of itself.
 *
 * @param url address of the feed
 * @param site address of the outlet's site
 * @param title name of the feed
 * @param language language, BCP 47
 * @param updated when it last changed
 */
public record Channel(String url, String site, String title, String language, Instant updated) {}
