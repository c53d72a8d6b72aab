// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.feedlist;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules for addresses of feeds, and the host that an address belongs to. */
public final class FeedUrl {

    private static final int LONGEST = 2_048;

    /** A secret's place in an address: <code>${name}</code>. */
    public static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9._-]{1,64})}");

    private static final Pattern ADDRESS_LITERAL = Pattern.compile("[0-9.]+|\\[.*]");

    private FeedUrl() {}

    /** Why the text can't be the address of a feed; empty when it can. */
    public static Optional<String> problem(String url) {
        if (url.length() > LONGEST) {
            return Optional.of("the address is longer than " + LONGEST + " characters");
        }
        URI uri = parse(url);
        if (uri == null) {
            return Optional.of("not an address: " + shown(url));
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.of("only http and https are polled: " + shown(url));
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of("an address must not hold a user name or password: name them in ingest.secrets-file");
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            return Optional.of("no host in " + shown(url));
        }
        return Optional.empty();
    }

    /**
     * The host that has a policy of its own: {@code bbc.co.uk} for {@code feeds.bbc.co.uk}; an address literal stands for
     * itself.
     */
    public static String registrableHost(String url) {
        URI uri = parse(url);
        String host = uri == null || uri.getHost() == null ? "" : trimmed(uri.getHost());
        if (ADDRESS_LITERAL.matcher(host).matches()) {
            return host;
        }
        String domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
        return domain == null ? lastTwoLabels(host) : domain;
    }

    /** The rule for top-level domains that the public suffix list does not know. */
    private static String lastTwoLabels(String host) {
        int last = host.lastIndexOf('.');
        int before = last < 0 ? -1 : host.lastIndexOf('.', last - 1);
        return host.substring(before + 1);
    }

    /** The partition in which a feed and its state stand, so that one instance owns a host. */
    public static int partition(String url, int partitions) {
        return Math.floorMod(spread(registrableHost(url).hashCode()), partitions);
    }

    /** Neighbouring names differ in few bits of {@link String#hashCode()}; the finaliser of MurmurHash3 mixes them. */
    private static int spread(int hash) {
        int h = hash;
        h = (h ^ (h >>> 16)) * 0x85ebca6b;
        h = (h ^ (h >>> 13)) * 0xc2b2ae35;
        return h ^ (h >>> 16);
    }

    private static @Nullable URI parse(String url) {
        try {
            return new URI(PLACEHOLDER.matcher(url).replaceAll("x"));
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String trimmed(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** A stranger's text for a message: short, and without characters that could forge a line. */
    private static String shown(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= 120 ? clean : clean.substring(0, 120) + "…";
    }
}
