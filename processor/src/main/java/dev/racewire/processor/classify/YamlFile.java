// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One YAML file as plain text values that know their lines; mistakes are collected, never thrown. */
final class YamlFile {

    private static final int LARGEST = 2 << 20;

    private final String name;
    private final List<TaxonomyException.Problem> problems;

    YamlFile(String name, List<TaxonomyException.Problem> problems) {
        this.name = name;
        this.problems = problems;
    }

    String name() {
        return name;
    }

    /** The file's mapping, or an empty one when it has a mistake. */
    Map<String, Node> root(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setMaxAliasesForCollections(0);
        try {
            Node node = new Yaml(options).compose(new StringReader(text));
            if (node == null) {
                problem(0, "the file is empty");
                return Map.of();
            }
            return mapping(node);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            problem(mark == null ? 0 : mark.getLine() + 1, "no valid YAML: " + e.getProblem());
            return Map.of();
        }
    }

    /** Entries of a mapping in their order. */
    Map<String, Node> mapping(Node node) {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            problem(node, "a mapping (key: value) is expected here");
            return entries;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode());
            if (entries.put(key, tuple.getValueNode()) != null) {
                problem(tuple.getKeyNode(), "\"" + key + "\" stands twice in this block");
            }
        }
        return entries;
    }

    /** Items of a list; a single value counts as a list of one. */
    List<Node> items(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        if (node instanceof ScalarNode scalar && scalar.getValue().isBlank()) {
            return List.of();
        }
        return List.of(node);
    }

    List<String> texts(@Nullable Node node) {
        List<String> texts = new ArrayList<>();
        if (node != null) {
            items(node).forEach(item -> texts.add(text(item)));
        }
        return texts;
    }

    String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        problem(node, "a plain value is expected here");
        return "";
    }

    double number(@Nullable Node node, double otherwise) {
        if (node == null) {
            return otherwise;
        }
        try {
            return Double.parseDouble(text(node));
        } catch (NumberFormatException e) {
            problem(node, "a number is expected here, not \"" + text(node) + "\"");
            return otherwise;
        }
    }

    boolean flag(@Nullable Node node) {
        if (node == null) {
            return false;
        }
        String text = text(node);
        if (!text.equals("true") && !text.equals("false")) {
            problem(node, "true or false is expected here, not \"" + text + "\"");
        }
        return text.equals("true");
    }

    void onlyKeys(Map<String, Node> entries, Set<String> known) {
        entries.forEach((key, node) -> {
            if (!known.contains(key)) {
                problem(
                        node,
                        "unknown key \"" + key + "\"; known here: "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        });
    }

    void problem(Node node, String message) {
        problem(node.getStartMark().getLine() + 1, message);
    }

    void problem(int line, String message) {
        problems.add(new TaxonomyException.Problem(name, line, message));
    }
}
