// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator;

import dev.racewire.simulator.format.FeedFormat;
import java.util.Map;

/**
 * What a feed is.
 *
 * @param host host that it is served for, lower case, for example {@code north.example}
 * @param path path, beginning with a slash
 * @param format format of its answers
 * @param title name
 * @param language language, BCP 47
 * @param window most items that it shows at once
 * @param headers headers that each answer with items carries, for example Cache-Control
 */
public record FeedSpec(
        String host,
        String path,
        FeedFormat format,
        String title,
        String language,
        int window,
        Map<String, String> headers) {

    public FeedSpec {
        headers = Map.copyOf(headers);
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with a slash: " + path);
        }
    }

    /** An RSS feed in English that shows 20 items. */
    public static FeedSpec rss(String host, String path) {
        return new FeedSpec(host, path, FeedFormat.RSS, host, "en", 20, Map.of());
    }

    /** The feed's address in the simulated world; the simulator serves it as a proxy. */
    public String url() {
        return "http://" + host + path;
    }

    /** Address of the outlet's site. */
    public String site() {
        return "https://" + host + "/";
    }
}
