// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.assign;

import dev.racewire.ingest.feedlist.FeedUrl;
import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.state.FeedState;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Feeds and states while they are read; a later record replaces an earlier one. */
final class Contents {

    private static final Logger LOG = LoggerFactory.getLogger(Contents.class);

    private final int partitions;
    private final Map<Integer, Map<String, ListedFeed>> feeds = new HashMap<>();
    private final Map<String, FeedState> states = new HashMap<>();

    /** @param partitions how many partitions the feed list has */
    Contents(int partitions) {
        this.partitions = partitions;
    }

    void feed(int partition, String url, @Nullable ListedFeed feed) {
        if (!belongs(url, partition, partitions)) {
            return;
        }
        Map<String, ListedFeed> there = feeds.computeIfAbsent(partition, p -> new LinkedHashMap<>());
        if (feed == null) {
            there.remove(url);
        } else {
            there.put(url, feed);
        }
    }

    void state(String url, @Nullable FeedState state) {
        if (state == null) {
            states.remove(url);
        } else {
            states.put(url, state);
        }
    }

    List<OwnedFeed> feeds(int partition) {
        return feeds.getOrDefault(partition, Map.of()).values().stream()
                .map(feed -> new OwnedFeed(feed, states.get(feed.url())))
                .toList();
    }

    static boolean belongs(String url, int partition, int partitions) {
        int right = FeedUrl.partition(url, partitions);
        if (right != partition) {
            LOG.warn("{} stands in partition {} of the feed list and belongs into {}: ignored", url, partition, right);
        }
        return right == partition;
    }
}
