// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.newswire;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A taxonomy that gives invented news the labels they were made with, as its files by path. The bundled one changes with
 * the world; what an invented text means does not.
 */
public final class Rules {

    private Rules() {}

    /** The files. */
    public static Map<String, String> files() {
        Map<String, String> files = new HashMap<>();
        files.put("languages.yml", languages());
        files.put("groups.yml", "groups: []\n");
        files.put("gate.yml", block("strong", Tongue::subject) + block("weak", tongue -> ""));
        files.put(
                "cues.yml",
                block("rivalry", tongue -> "{term: " + tongue.feud() + ", w: 4}")
                        + block("moves", tongue -> "")
                        + block("asides", tongue -> ""));
        for (String topic : new TreeMap<>(Tongue.all().get(0).topics()).keySet()) {
            files.put(
                    "topics/" + topic + ".yml",
                    "id: " + topic + "\ntitle: {en: " + topic + "}\n"
                            + block(
                                    "terms",
                                    tongue -> "{term: " + tongue.topics().get(topic) + ", w: 4}"));
        }
        return files;
    }

    private static String languages() {
        StringBuilder yaml = new StringBuilder("languages:\n");
        for (Tongue tongue : Tongue.all()) {
            yaml.append("  ").append(tongue.language()).append(": {scripts: [");
            yaml.append(tongue.spaced() ? "Latin" : "Han").append("]}\n");
        }
        return yaml.toString();
    }

    private static String block(String key, Function<Tongue, String> term) {
        StringBuilder yaml = new StringBuilder(key).append(":\n");
        for (Tongue tongue : Tongue.all()) {
            yaml.append("  ").append(tongue.language()).append(": [");
            yaml.append(term.apply(tongue)).append("]\n");
        }
        return yaml.toString();
    }
}
