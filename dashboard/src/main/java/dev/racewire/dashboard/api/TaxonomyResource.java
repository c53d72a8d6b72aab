// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import dev.racewire.dashboard.view.TaxonomyStore;
import dev.racewire.dashboard.view.View;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code taxonomy}: the rules in force, their topics, accuracy and versions; {@code taxonomy/VERSION}: with its files. */
final class TaxonomyResource implements Resource {

    private final View view;
    private final Heads heads;

    /** A version in the list of versions. */
    record VersionJson(String version, Instant inForceSince) {}

    TaxonomyResource(View view, Heads heads) {
        this.view = view;
        this.heads = heads;
    }

    @Override
    public String name() {
        return "taxonomy";
    }

    @Override
    public Set<String> parameters() {
        return Set.of();
    }

    @Override
    public Answer answer(String rest, Parameters parameters) {
        Optional<TaxonomyStore.Version> version =
                rest.isEmpty() ? view.taxonomies().current() : view.taxonomies().find(rest);
        if (version.isEmpty() && !rest.isEmpty()) {
            throw new Problem(Problem.Kind.NOT_FOUND, "no taxonomy '" + Parameters.shortened(rest) + "' was published");
        }
        Map<String, Object> head = heads.plain();
        version.ifPresent(found -> describe(found, head));
        if (rest.isEmpty()) {
            head.putIfAbsent("topics", List.of());
            head.put("versions", versions());
        } else {
            version.ifPresent(found -> head.put("files", found.files()));
        }
        return new Answer.Document(head);
    }

    private static void describe(TaxonomyStore.Version version, Map<String, Object> head) {
        head.put("version", version.version());
        head.put("inForceSince", version.inForceSince());
        head.put("topics", version.topics());
        head.put("languages", version.languages());
        head.put("accuracy", version.accuracy());
    }

    private List<VersionJson> versions() {
        return view.taxonomies().all().stream()
                .sorted(Comparator.comparing(TaxonomyStore.Version::inForceSince))
                .map(version -> new VersionJson(version.version(), version.inForceSince()))
                .toList();
    }
}
