// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import dev.racewire.processor.classify.TermReader.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the countries' files and adds the names that CLDR knows. */
final class CountryReader {

    /** In one order always: the order of {@code Map.of} is another in each process. */
    private static final SortedMap<String, Target> SECTIONS = new TreeMap<>(Map.of(
            "names", Target.of(Kind.NAME, ""),
            "state", Target.of(Kind.STATE, ""),
            "home", Target.of(Kind.HOME, ""),
            "labs", Target.of(Kind.COMPANY, "").withGate(2),
            "products", Target.of(Kind.COMPANY, "").withGate(2),
            "companies", Target.of(Kind.COMPANY, ""),
            "hide", Target.of(Kind.HIDE, "")));

    private static final Set<String> OTHER_KEYS = Set.of("code", "bloc", "names_left_out");
    private static final int FILE_NAME = "countries/".length();

    private final TermReader terms;
    private final LanguageReader settings;
    private final Map<String, Set<String>> namesLeftOut = new HashMap<>();
    private final Set<String> written = new HashSet<>();

    CountryReader(TermReader terms, LanguageReader settings) {
        this.terms = terms;
        this.settings = settings;
    }

    void read(YamlFile file, Map<String, Node> entries) {
        Set<String> known = new HashSet<>(SECTIONS.keySet());
        known.addAll(OTHER_KEYS);
        file.onlyKeys(entries, known);
        String code = file.name().substring(FILE_NAME).replace(".yml", "");
        Node node = entries.get("code");
        if (node == null || !file.text(node).equals(code)) {
            file.problem(
                    node == null ? 1 : node.getStartMark().getLine() + 1, "the code must be the file's name: " + code);
        } else if (!CountryNames.codes().contains(code) && !file.flag(entries.get("bloc"))) {
            file.problem(node, code + " is no ISO 3166-1 code; a union of states needs \"bloc: true\"");
        }
        namesLeftOut.put(code, new HashSet<>(file.texts(entries.get("names_left_out"))));
        SECTIONS.forEach((section, target) -> {
            Node block = entries.get(section);
            if (block != null) {
                terms.read(file, block, target.labelled(code));
            }
        });
    }

    /** Adds the names and cities of CLDR in all languages, but for those that a country's file leaves out. */
    void addNames(Languages languages) {
        for (Language language : languages.all()) {
            for (String locale : settings.locales(language.code())) {
                add(language, languages, CountryNames.countries(locale));
                add(language, languages, CountryNames.cities(locale, settings.citiesLeftOut()));
            }
        }
    }

    private void add(Language language, Languages languages, Map<String, Set<String>> names) {
        names.forEach((code, forms) -> {
            Set<String> leftOut = namesLeftOut.getOrDefault(code, Set.of());
            for (String form : forms) {
                boolean wanted = !leftOut.contains(form) && !leftOut.contains(language.code());
                if (wanted && written.add(language.code() + code + form)) {
                    terms.add(
                            NameForms.term(form, language), Target.of(Kind.NAME, code), languages.bit(language.code()));
                }
            }
        });
    }
}
