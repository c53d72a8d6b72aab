// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.verdict;

import dev.racewire.schemas.Feed;
import dev.racewire.schemas.Outlet;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.WireFormat;
import dev.racewire.schemas.WireFormatException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outlets of all listed feeds by the host of their site, so that an article that an aggregator shows is put down to
 * the outlet that wrote it. Safe for use by many threads.
 */
public final class OutletDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(OutletDirectory.class);

    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final Map<String, Outlet> outletByFeed = new ConcurrentHashMap<>();
    private final Map<String, String> hostByFeed = new ConcurrentHashMap<>();
    private final Map<String, SortedMap<String, Outlet>> outletsByHost = new ConcurrentHashMap<>();

    /** Hears a record of {@code racewire-feeds}; one that can't be read is as good as none. */
    public void hear(String feedUrl, byte @Nullable [] value) {
        try {
            Feed feed = wire.decode(value, Feed.class);
            if (feed == null) {
                unlist(feedUrl);
            } else {
                list(feedUrl, feed);
            }
        } catch (WireFormatException e) {
            LOG.warn("the facts of feed {} can't be read: {}", feedUrl, e.getMessage());
        }
    }

    /** Learns of a feed, or of its new facts. */
    void list(String feedUrl, Feed feed) {
        unlist(feedUrl);
        outletByFeed.put(feedUrl, feed.getOutlet());
        String host = host(feed.getOutlet().getSite());
        if (!host.isEmpty()) {
            hostByFeed.put(feedUrl, host);
            outletsByHost
                    .computeIfAbsent(host, unused -> new ConcurrentSkipListMap<>())
                    .put(feedUrl, feed.getOutlet());
        }
    }

    /** Forgets a feed. */
    private void unlist(String feedUrl) {
        outletByFeed.remove(feedUrl);
        String host = hostByFeed.remove(feedUrl);
        if (host != null) {
            outletsByHost.getOrDefault(host, new ConcurrentSkipListMap<>()).remove(feedUrl);
        }
    }

    /** The outlet that the list names for a feed; empty when it is not listed. */
    public Optional<Outlet> ofFeed(String feedUrl) {
        return Optional.ofNullable(outletByFeed.get(feedUrl));
    }

    /** To whom an article with that link is put down when a feed of {@code own} shows it. */
    Attribution attribute(@Nullable String link, Outlet own) {
        String host = host(link);
        String ownHost = host(own.getSite());
        if (host.isEmpty() || ownHost.isEmpty() || host.equals(ownHost) || host.endsWith("." + ownHost)) {
            return new Attribution(own, false);
        }
        return outletAt(host).map(outlet -> new Attribution(outlet, false)).orElseGet(() -> new Attribution(own, true));
    }

    /** The outlet of that host, or of the nearest host above it. */
    private Optional<Outlet> outletAt(String host) {
        for (String name = host; name.contains("."); name = name.substring(name.indexOf('.') + 1)) {
            SortedMap<String, Outlet> outlets = outletsByHost.get(name);
            if (outlets != null) {
                Optional<Outlet> first = outlets.values().stream().findFirst();
                if (first.isPresent()) {
                    return first;
                }
            }
        }
        return Optional.empty();
    }

    private static String host(@Nullable String address) {
        if (address == null || address.isBlank()) {
            return "";
        }
        try {
            String host = URI.create(address).getHost();
            String lower = host == null ? "" : host.toLowerCase(Locale.ROOT);
            return lower.startsWith("www.") ? lower.substring("www.".length()) : lower;
        } catch (IllegalArgumentException e) {
            return ""; // A link that is no URI names no outlet.
        }
    }
}
