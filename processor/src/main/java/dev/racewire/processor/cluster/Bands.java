// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.cluster;

import dev.racewire.processor.state.FieldReader;
import dev.racewire.processor.state.FieldWriter;
import dev.racewire.processor.state.StateFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Finds articles with a title much like another's, by band and time, in constant work: a band holds the latest 16
 * articles of each stretch of time, so that a title that everybody uses every day costs no more than any other.
 */
public final class Bands {

    public static final StateFormat<List<String>> FORMAT = new StateFormat<>(
            "band", 1, (ids, out) -> out.each(ids, FieldWriter::text), (in, version) -> in.each(FieldReader::text));

    /** Twice the span of a story, so that its neighbours lie in one other stretch at most. */
    private static final Duration STRETCH = Member.SPAN.multipliedBy(2);

    private static final int MOST_IDS = 16;

    /**
     * As many as one band holds in both stretches: so a copy, which shares all bands, is always among them, while a
     * common pattern that shares a band or two with hundreds of headlines costs no more.
     */
    private static final int MOST_CANDIDATES = 2 * MOST_IDS;

    private final KeyValueStore<String, List<String>> store;

    Bands(KeyValueStore<String, List<String>> store) {
        this.store = store;
    }

    /** Ids of articles that may tell the story of this one: those that share most bands with it. */
    List<String> candidates(Member member) {
        long stretch = stretch(member.eventTime());
        long middle = stretch * STRETCH.toMillis() + Member.SPAN.toMillis();
        long neighbour = member.eventTime().toEpochMilli() < middle ? stretch - 1 : stretch + 1;
        Map<String, Integer> shared = new LinkedHashMap<>();
        for (long band : member.fingerprint().bands(member.language())) {
            read(key(stretch, band)).forEach(id -> shared.merge(id, 1, Integer::sum));
            read(key(neighbour, band)).forEach(id -> shared.merge(id, 1, Integer::sum));
        }
        return shared.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_CANDIDATES)
                .map(Map.Entry::getKey)
                .toList();
    }

    void add(String id, Member member) {
        for (long band : member.fingerprint().bands(member.language())) {
            String key = key(stretch(member.eventTime()), band);
            List<String> ids = new ArrayList<>(read(key));
            ids.remove(id);
            ids.add(id);
            store.put(key, ids.size() <= MOST_IDS ? ids : ids.subList(ids.size() - MOST_IDS, ids.size()));
        }
    }

    void remove(String id, Member member) {
        for (long band : member.fingerprint().bands(member.language())) {
            String key = key(stretch(member.eventTime()), band);
            List<String> ids = new ArrayList<>(read(key));
            if (!ids.remove(id)) {
                continue;
            }
            if (ids.isEmpty()) {
                store.delete(key);
            } else {
                store.put(key, ids);
            }
        }
    }

    private List<String> read(String key) {
        @Nullable List<String> ids = store.get(key);
        return ids == null ? List.of() : ids;
    }

    private static long stretch(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), STRETCH.toMillis());
    }

    private static String key(long stretch, long band) {
        return stretch + ":" + Long.toHexString(band);
    }
}
