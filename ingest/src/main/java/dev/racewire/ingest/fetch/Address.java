// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses that a fetch may go to. */
final class Address {

    private static final int LONGEST = 4_096;

    private Address() {}

    /** The address in the text, if it is one that may be asked: http or https, with a host, without a user. */
    static Optional<URI> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text)).filter(Address::allowed);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean allowed(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https"))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null;
    }

    /** Where a {@code Location} leads from an address; empty when it leads nowhere that may be asked. */
    static Optional<URI> redirect(URI from, @Nullable String location) {
        if (location == null || location.isBlank() || location.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI target = from.resolve(new URI(escaped(location.strip())));
            return Optional.of(target).filter(Address::allowed).filter(uri -> !downgrade(from, uri));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Servers send blanks and letters beyond ASCII; control characters never pass. */
    private static String escaped(String location) {
        return location.replace(" ", "%20").replace("|", "%7C");
    }

    private static boolean downgrade(URI from, URI to) {
        return from.getScheme().equalsIgnoreCase("https") && to.getScheme().equalsIgnoreCase("http");
    }

    static boolean sameHost(URI a, URI b) {
        return a.getHost().equalsIgnoreCase(b.getHost());
    }
}
