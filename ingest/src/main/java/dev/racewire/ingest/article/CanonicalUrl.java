// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one spelling of an article's address that all feeds agree on: scheme and host lowered, default port, trailing
 * dots, fragment and tracking parameters cut. Parameters that may name the article stay, in their order.
 */
final class CanonicalUrl {

    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "dclid",
            "gclsrc",
            "msclkid",
            "yclid",
            "twclid",
            "igshid",
            "igsh",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "ocid",
            "cmpid",
            "ns_campaign",
            "ns_mchannel",
            "ns_source",
            "ns_linkname",
            "ito",
            "wt_mc",
            "xtor",
            "at_medium",
            "at_campaign",
            "at_custom1",
            "at_custom2",
            "at_custom3",
            "at_custom4",
            "_ga",
            "_gl",
            "ncid",
            "ftcamp",
            "ref_src",
            "spm",
            "smid",
            "srnd",
            "rss",
            "partner",
            "emc",
            "feedtype",
            "feedname",
            "outputtype",
            "traffic_source",
            "maca",
            "from_rss",
            "guccounter");

    private static final Set<String> TRACKING_PREFIXES = Set.of("utm_", "pk_", "mtm_", "matomo_", "hsa_", "stm_");

    private CanonicalUrl() {}

    /** The canonical form; empty when the text is no http or https address or names no more than a site. */
    static Optional<String> of(String link) {
        URI uri;
        try {
            uri = new URI(link.strip());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            return Optional.empty();
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String query = query(uri.getRawQuery());
        if (query.isEmpty() && path.replace("/", "").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(scheme + "://" + host(uri.getHost()) + port(scheme, uri.getPort()) + path + query);
    }

    private static String host(String host) {
        int end = host.length();
        while (end > 0 && host.charAt(end - 1) == '.') {
            end--;
        }
        return host.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static String port(String scheme, int port) {
        boolean usual = port < 0 || port == (scheme.equals("http") ? 80 : 443);
        return usual ? "" : ":" + port;
    }

    private static String query(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return "";
        }
        String kept = Arrays.stream(query.split("&", -1))
                .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static boolean isTracking(String parameter) {
        int equals = parameter.indexOf('=');
        String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
        return TRACKING.contains(name) || TRACKING_PREFIXES.stream().anyMatch(name::startsWith);
    }
}
