// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.view;

import dev.racewire.schemas.Feed;
import dev.racewire.schemas.FeedState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The feed list, each feed with its last state; the two come from two Kafka topics in any order. */
public final class FeedStore {

    private final Map<String, FeedEntry.Listing> listings = new ConcurrentHashMap<>();
    private final Map<String, FeedEntry.Status> statuses = new ConcurrentHashMap<>();

    private volatile Optional<String> listVersion = Optional.empty();

    void apply(String url, @Nullable Feed feed) {
        if (feed == null) {
            listings.remove(url);
        } else {
            listings.put(url, FeedEntry.Listing.of(feed));
        }
        listVersion = Optional.empty();
    }

    void apply(String url, @Nullable FeedState state) {
        if (state == null) {
            statuses.remove(url);
        } else {
            statuses.put(url, FeedEntry.Status.of(state));
        }
    }

    /** Names the list of feeds that are read now, whatever order they came in; empty when there is none. */
    public Optional<String> listVersion() {
        Optional<String> known = listVersion;
        if (known.isEmpty() && !listings.isEmpty()) {
            known = Optional.of(digest());
            listVersion = known;
        }
        return known;
    }

    private String digest() {
        String list = listings.values().stream()
                .filter(FeedEntry.Listing::enabled)
                .map(FeedEntry.Listing::toString)
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(list.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All listed feeds, in no order. */
    public List<FeedEntry> all() {
        return listings.values().stream()
                .map(listing ->
                        new FeedEntry(listing, statuses.getOrDefault(listing.url(), FeedEntry.Status.NEVER_POLLED)))
                .toList();
    }

    /** When any feed was last polled, in milliseconds. */
    public Optional<Long> lastPoll() {
        return statuses.values().stream()
                .map(FeedEntry.Status::lastPoll)
                .filter(Objects::nonNull)
                .map(poll -> poll.toEpochMilli())
                .max(Long::compare);
    }
}
