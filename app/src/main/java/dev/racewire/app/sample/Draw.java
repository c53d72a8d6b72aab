// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.sample;

import dev.racewire.processor.classify.Classifier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A draw: of each stratum the articles whose hash with the seed is lowest, so that the same seed draws the same articles
 * in whatever order they come, and those that it does not draw need no room.
 */
public final class Draw {

    /** More are kept than wanted: some are edited or withdrawn while they are read. */
    private static final int SPARE = 20;

    private final long seed;
    private final Classifier classifier;
    private final Map<Stratum, Integer> wanted = new EnumMap<>(Stratum.class);
    private final Map<Stratum, NavigableMap<String, Text>> drawn = new EnumMap<>(Stratum.class);
    private final Map<String, Stratum> strata = new HashMap<>();

    /** An article as it is given to people. */
    public record Text(
            String id,
            String title,
            String summary,
            @Nullable String language) {}

    /** A draw of so many articles of each stratum. */
    public Draw(long seed, Classifier classifier, Map<Stratum, Integer> wanted) {
        this.seed = seed;
        this.classifier = classifier;
        for (Stratum stratum : Stratum.values()) {
            this.wanted.put(stratum, wanted.getOrDefault(stratum, 0));
            drawn.put(stratum, new TreeMap<>());
        }
    }

    /** Offers an article, or a newer text of it. */
    public void offer(Text text) {
        forget(text.id());
        Stratum stratum = Stratum.of(classifier.classify(text.title(), text.summary(), text.language()));
        strata.put(text.id(), stratum);
        NavigableMap<String, Text> lowest = lowest(stratum);
        lowest.put(hash("draw", text.id()), text);
        if (lowest.size() > 2 * wanted(stratum) + SPARE) {
            lowest.pollLastEntry();
        }
    }

    /** Takes an article back. */
    public void forget(String id) {
        Stratum before = strata.remove(id);
        if (before != null) {
            lowest(before).remove(hash("draw", id));
        }
    }

    /** The articles drawn, mixed, so that their order tells nothing. */
    public List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        drawn.forEach((stratum, lowest) ->
                texts.addAll(lowest.values().stream().limit(wanted(stratum)).toList()));
        texts.sort(Comparator.comparing(text -> hash("order", text.id())));
        return texts;
    }

    /** The stratum of an article that was offered. */
    public Stratum stratum(String id) {
        return strata.getOrDefault(id, Stratum.FAR);
    }

    /** How many articles of a stratum were offered. */
    public long size(Stratum stratum) {
        return strata.values().stream().filter(stratum::equals).count();
    }

    /** How many of them were drawn. */
    public int drawn(Stratum stratum) {
        return Math.min(wanted(stratum), lowest(stratum).size());
    }

    private int wanted(Stratum stratum) {
        return wanted.getOrDefault(stratum, 0);
    }

    private NavigableMap<String, Text> lowest(Stratum stratum) {
        return drawn.computeIfAbsent(stratum, s -> new TreeMap<>());
    }

    private String hash(String purpose, String id) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest((purpose + "|" + seed + "|" + id).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
