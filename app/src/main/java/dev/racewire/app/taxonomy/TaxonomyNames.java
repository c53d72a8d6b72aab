// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.taxonomy;

import dev.racewire.processor.taxonomy.RulesInForce;
import dev.racewire.schemas.Taxonomy;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds a published taxonomy by what people call it: "current", its version, or the beginning of that. */
public final class TaxonomyNames {

    private static final int SHORT = 12;

    private TaxonomyNames() {}

    /**
     * The taxonomy of that name.
     *
     * @param published what {@code racewire-taxonomies} holds by key
     * @throws IOException when there is none, or more than one
     */
    public static Taxonomy find(Map<String, Taxonomy> published, String name) throws IOException {
        Taxonomy exact = published.get(name);
        if (exact != null) {
            return exact;
        }
        List<String> versions = published.keySet().stream()
                .filter(key -> !key.equals(RulesInForce.CURRENT) && key.startsWith(name))
                .toList();
        Taxonomy found = versions.size() == 1 ? published.get(versions.get(0)) : null;
        if (found != null) {
            return found;
        }
        String known = String.join(
                ", ",
                new TreeSet<>(
                        published.keySet().stream().map(TaxonomyNames::brief).toList()));
        throw new IOException(
                versions.isEmpty()
                        ? "no taxonomy " + name + " is published; there are: " + (known.isEmpty() ? "none" : known)
                        : versions.size() + " versions begin with " + name + ": write more of it");
    }

    /** The beginning of a version, which is enough for people. */
    public static String brief(String version) {
        return version.length() <= SHORT ? version : version.substring(0, SHORT);
    }
}
