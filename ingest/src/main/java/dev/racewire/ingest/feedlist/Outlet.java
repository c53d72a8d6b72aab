// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.feedlist;

import dev.racewire.schemas.StateMedia;

/**
 * What is known of the outlet behind a feed; general knowledge, as the list gives it.
 *
 * @param site address of its site, or the empty string
 * @param language BCP 47, or {@code und}
 * @param country ISO 3166-1 alpha-2, or {@code ZZ}
 * @param publisher owner of the outlet, which sister titles share
 */
public record Outlet(
        String name,
        String site,
        String language,
        String country,
        String kind,
        String publisher,
        StateMedia stateMedia) {

    public static final String UNKNOWN_LANGUAGE = "und";
    public static final String UNKNOWN_COUNTRY = "ZZ";
    public static final String DEFAULT_KIND = "general";

    /** An outlet of which nothing but a name is known. */
    public static Outlet named(String name) {
        return new Outlet(name, "", UNKNOWN_LANGUAGE, UNKNOWN_COUNTRY, DEFAULT_KIND, name, StateMedia.UNKNOWN);
    }
}
