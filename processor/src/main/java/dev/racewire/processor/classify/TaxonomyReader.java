// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import dev.racewire.processor.classify.TaxonomyException.Problem;
import dev.racewire.processor.classify.TermReader.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the files of a taxonomy; {@code docs/taxonomy.md} describes them. */
final class TaxonomyReader {

    private static final String LANGUAGES = "languages.yml";
    private static final String GROUPS = "groups.yml";
    private static final String GATE = "gate.yml";
    private static final String CUES = "cues.yml";
    private static final String TOPICS = "topics/";
    private static final String COUNTRIES = "countries/";

    private static final Set<String> GATE_KEYS = Set.of("strong", "weak");
    private static final Set<String> CUE_KEYS = Set.of("rivalry", "moves", "asides");
    private static final Set<String> TOPIC_KEYS = Set.of("id", "order", "title", "weigh", "terms");
    private static final double STRONG_GATE = 2;
    private static final double WEAK_GATE = 0.5;

    private final SortedMap<String, String> files;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, TopicWeights> topicWeights = new LinkedHashMap<>();

    TaxonomyReader(SortedMap<String, String> files) {
        this.files = files;
    }

    /**
     * The rules.
     *
     * @throws TaxonomyException with every mistake in the files
     */
    TaxonomyRules read() {
        LanguageReader settings = new LanguageReader(root(LANGUAGES), root(GROUPS));
        Languages languages = settings.read();
        TermReader terms = new TermReader(languages);
        readGate(terms);
        readCues(terms);
        List<Topic> topics = readTopics(terms);
        CountryReader countries = new CountryReader(terms, settings);
        files.forEach((name, text) -> {
            if (name.startsWith(COUNTRIES)) {
                YamlFile file = new YamlFile(name, problems);
                countries.read(file, file.root(text));
            } else if (!name.startsWith(TOPICS)
                    && !Set.of(LANGUAGES, GROUPS, GATE, CUES).contains(name)) {
                problems.add(new Problem(name, 0, "no such file in a taxonomy; put terms into topics/ or countries/"));
            }
        });
        countries.addNames(languages);
        if (!problems.isEmpty()) {
            throw new TaxonomyException(problems.stream()
                    .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
                    .toList());
        }
        return new TaxonomyRules(languages, topics, topicWeights, terms.terms(), settings.rivals());
    }

    private Root root(String name) {
        YamlFile file = new YamlFile(name, problems);
        String text = files.get(name);
        if (text == null) {
            file.problem(0, "the file is missing");
            return new Root(file, Map.of());
        }
        return new Root(file, file.root(text));
    }

    private void readGate(TermReader terms) {
        Root gate = root(GATE);
        gate.file().onlyKeys(gate.entries(), GATE_KEYS);
        gate.read("strong", terms, Target.gate(STRONG_GATE));
        gate.read("weak", terms, Target.gate(WEAK_GATE));
    }

    private void readCues(TermReader terms) {
        Root cues = root(CUES);
        cues.file().onlyKeys(cues.entries(), CUE_KEYS);
        cues.read("rivalry", terms, Target.of(Kind.RIVALRY, ""));
        cues.read("moves", terms, Target.of(Kind.MOVE, ""));
        cues.read("asides", terms, Target.of(Kind.ASIDE, ""));
    }

    private List<Topic> readTopics(TermReader terms) {
        record Ordered(double order, Topic topic) {}
        List<Ordered> topics = new ArrayList<>();
        for (String name : files.keySet()) {
            if (!name.startsWith(TOPICS)) {
                continue;
            }
            Root root = root(name);
            YamlFile file = root.file();
            file.onlyKeys(root.entries(), TOPIC_KEYS);
            String expected = name.substring(TOPICS.length()).replace(".yml", "");
            Node id = root.entries().get("id");
            if (id == null || !file.text(id).equals(expected)) {
                file.problem(
                        id == null ? 1 : id.getStartMark().getLine() + 1,
                        "the id must be the file's name: " + expected);
            }
            if (root.entries().containsKey("weigh")) {
                topicWeights.put(
                        expected, TopicWeights.read(file, root.entries().get("weigh")));
            }
            Map<String, String> titles = new LinkedHashMap<>();
            Node title = root.entries().get("title");
            if (title == null) {
                file.problem(1, "a topic needs \"title:\" with its title by language");
            } else {
                file.mapping(title).forEach((language, text) -> titles.put(language, file.text(text)));
            }
            topics.add(new Ordered(file.number(root.entries().get("order"), 1000), new Topic(expected, titles)));
            root.read("terms", terms, new Target(Kind.TOPIC, Kind.TOPIC.layer() + topics.size(), expected, 1, 0));
        }
        return topics.stream()
                .sorted(Comparator.comparingDouble(Ordered::order))
                .map(Ordered::topic)
                .collect(Collectors.toList());
    }

    /** A file and its entries. */
    record Root(YamlFile file, Map<String, Node> entries) {

        void read(String key, TermReader terms, Target target) {
            Node block = entries.get(key);
            if (block == null) {
                file.problem(1, "\"" + key + ":\" is missing");
                return;
            }
            terms.read(file, block, target);
        }
    }
}
