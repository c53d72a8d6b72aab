// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.view;

import dev.racewire.schemas.Taxonomy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The taxonomies that were published, and the one in force. */
public final class TaxonomyStore {

    private static final String CURRENT = "current";

    private final Map<String, Version> versions = new ConcurrentHashMap<>();
    private volatile @Nullable Version current;

    /** A taxonomy as published: titles, accuracy, the files themselves. */
    public record Version(
            String version,
            Instant inForceSince,
            List<Topic> topics,
            List<String> languages,
            List<Accuracy> accuracy,
            Map<String, String> files) {

        /** The measured accuracy that says most about this language and topic, where it was measured at all. */
        public Optional<Accuracy> accuracyOf(Optional<String> language, Optional<String> topic) {
            String tongue = language.orElse("*");
            return find(tongue, topic.orElse("*")).or(() -> find(tongue, "*"));
        }

        private Optional<Accuracy> find(String language, String topic) {
            return accuracy.stream()
                    .filter(one ->
                            one.language().equals(language) && one.topic().equals(topic))
                    .findFirst();
        }

        static Version of(Taxonomy taxonomy) {
            return new Version(
                    taxonomy.getVersion(),
                    taxonomy.getInForceSince(),
                    taxonomy.getTopics().stream()
                            .map(topic -> new Topic(topic.getId(), Map.copyOf(topic.getTitles())))
                            .toList(),
                    List.copyOf(taxonomy.getLanguages()),
                    taxonomy.getAccuracy().stream()
                            .map(a -> new Accuracy(
                                    a.getLanguage(), a.getTopic(), a.getN(), a.getF1(), a.getLow(), a.getHigh()))
                            .toList(),
                    Map.copyOf(taxonomy.getFiles()));
        }
    }

    /** A topic and its titles by language. */
    public record Topic(String id, Map<String, String> titles) {}

    /** Measured accuracy of a language and topic; {@code *} is all of them. */
    public record Accuracy(String language, String topic, int n, double f1, double low, double high) {}

    void apply(String key, @Nullable Taxonomy taxonomy) {
        if (taxonomy == null) {
            versions.remove(key);
            return;
        }
        Version version = Version.of(taxonomy);
        versions.put(version.version(), version);
        if (key.equals(CURRENT)) {
            current = version;
        }
    }

    /** The taxonomy in force, or empty before the first. */
    public Optional<Version> current() {
        return Optional.ofNullable(current);
    }

    public Optional<Version> find(String version) {
        return Optional.ofNullable(versions.get(version));
    }

    public Collection<Version> all() {
        return versions.values();
    }
}
