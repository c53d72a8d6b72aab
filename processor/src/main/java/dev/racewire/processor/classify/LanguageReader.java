// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import dev.racewire.processor.classify.TaxonomyReader.Root;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the settings of the languages and which of them share their terms. */
final class LanguageReader {

    private static final Set<String> KEYS = Set.of("languages", "aliases", "embedded", "cities_left_out");
    private static final Set<String> LANGUAGE_KEYS =
            Set.of("scripts", "signs", "proclitics", "common", "open_ended", "trimmed", "locales");
    private static final int MOST = 62;

    private final Root settings;
    private final Root groups;
    private final Map<String, List<String>> locales = new LinkedHashMap<>();

    LanguageReader(Root settings, Root groups) {
        this.settings = settings;
        this.groups = groups;
    }

    Languages read() {
        YamlFile file = settings.file();
        file.onlyKeys(settings.entries(), KEYS);
        List<Language> languages = new ArrayList<>();
        Node block = settings.entries().get("languages");
        if (block == null) {
            file.problem(1, "\"languages:\" is missing");
        } else {
            file.mapping(block).forEach((code, node) -> languages.add(language(file, code, node)));
        }
        if (languages.size() > MOST) {
            file.problem(1, "at most " + MOST + " languages");
        }
        Map<String, String> aliases = new HashMap<>();
        Node aliasBlock = settings.entries().get("aliases");
        if (aliasBlock != null) {
            file.mapping(aliasBlock).forEach((code, node) -> aliases.put(code, file.text(node)));
        }
        return new Languages(
                languages, aliases, sets(), file.texts(settings.entries().get("embedded")));
    }

    /** CLDR locales that give a language its names. */
    List<String> locales(String language) {
        return locales.getOrDefault(language, List.of(language));
    }

    /** Time zones whose cities are no good as names. */
    Set<String> citiesLeftOut() {
        return new HashSet<>(settings.file().texts(settings.entries().get("cities_left_out")));
    }

    /** Pairs of countries that are rivals whatever else is said. */
    Set<Set<String>> rivals() {
        Set<Set<String>> pairs = new HashSet<>();
        Node block = groups.entries().get("rivals");
        if (block != null) {
            for (Node pair : groups.file().items(block)) {
                Set<String> codes = new HashSet<>(groups.file().texts(pair));
                if (codes.size() != 2) {
                    groups.file().problem(pair, "two different countries are expected here");
                }
                pairs.add(codes);
            }
        }
        return pairs;
    }

    private List<List<String>> sets() {
        List<List<String>> sets = new ArrayList<>();
        groups.file().onlyKeys(groups.entries(), Set.of("groups", "rivals"));
        Node block = groups.entries().get("groups");
        if (block != null) {
            groups.file().items(block).forEach(set -> sets.add(groups.file().texts(set)));
        }
        return sets;
    }

    private Language language(YamlFile file, String code, Node node) {
        Map<String, Node> entries = file.mapping(node);
        file.onlyKeys(entries, LANGUAGE_KEYS);
        if (entries.containsKey("locales")) {
            locales.put(code, file.texts(entries.get("locales")));
        }
        Set<UnicodeScript> scripts = scripts(file, entries.get("scripts"));
        if (scripts.isEmpty()) {
            file.problem(node, "language \"" + code + "\" needs its scripts");
        }
        return new Language(
                code,
                scripts,
                scripts(file, entries.get("signs")),
                file.texts(entries.get("proclitics")).stream().map(Fold::term).toList(),
                new HashSet<>(file.texts(entries.get("common"))),
                file.flag(entries.get("open_ended")),
                file.flag(entries.get("trimmed")));
    }

    private static Set<UnicodeScript> scripts(YamlFile file, @Nullable Node list) {
        Set<UnicodeScript> scripts = new HashSet<>();
        for (String name : file.texts(list)) {
            try {
                scripts.add(UnicodeScript.forName(name));
            } catch (IllegalArgumentException e) {
                file.problem(list == null ? 0 : list.getStartMark().getLine() + 1, "no such script: \"" + name + "\"");
            }
        }
        return scripts;
    }
}
