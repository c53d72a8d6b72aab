// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What speaks for a topic and against it, as a topic's file says under {@code weigh}; all but {@code alone} and {@code rivalry} add up
 * to log odds.
 *
 * @param base odds without anything else
 * @param points times the logarithm of the topic's own points
 * @param strongest times the logarithm of the strongest other topic's points
 * @param state for a state in the title
 * @param company for a company in the title
 * @param several for two countries or more
 * @param alone share of its points that shows a move when companies of one country act alone
 * @param rivalry points of rivalry that the topic brings to a story with two countries
 * @param beside by other topic, times the logarithm of its points
 */
record TopicWeights(
        double base,
        double points,
        double strongest,
        double state,
        double company,
        double several,
        double alone,
        double rivalry,
        Map<String, Double> beside) {

    /** Weights of a topic whose file has none. */
    static final TopicWeights PLAIN = new TopicWeights(-1.5, 1.9, -0.9, 0, 0, 0, 1, 0, Map.of());

    private static final Set<String> KEYS =
            Set.of("base", "points", "strongest", "state", "company", "several", "alone", "rivalry", "beside");

    private static final Pattern WRITTEN = Pattern.compile("(?m)^weigh:\\n(?: .*\\n)+\\n");
    private static final Pattern LONG = Pattern.compile("(.{65,90}?), ");
    private static final Pattern TERMS = Pattern.compile("(?m)^terms:");

    TopicWeights {
        beside = Map.copyOf(beside);
    }

    /** Log odds that an article with this view is about the topic. */
    double odds(TopicView view) {
        double odds = base + points * view.own() + strongest * view.strongest();
        for (String other : view.points().keySet()) {
            odds += beside.getOrDefault(other, 0.0) * view.beside(other);
        }
        return odds + (view.state() ? state : 0) + (view.company() ? company : 0) + (view.several() ? several : 0);
    }

    /** The text of a topic's file with these weights instead of those in it. */
    String writtenInto(String file) {
        String block = "weigh:\n  {" + yaml() + "}\n\n";
        Matcher old = WRITTEN.matcher(file);
        return old.find()
                ? old.replaceFirst(Matcher.quoteReplacement(block))
                : TERMS.matcher(file).replaceFirst(Matcher.quoteReplacement(block + "terms:"));
    }

    /** What is as it would be anyway is left out. */
    private String yaml() {
        Map<String, Double> own = new LinkedHashMap<>();
        own.put("base", base);
        own.put("points", points);
        own.put("strongest", strongest);
        put(own, "state", state, PLAIN.state());
        put(own, "company", company, PLAIN.company());
        put(own, "several", several, PLAIN.several());
        put(own, "alone", alone, PLAIN.alone());
        put(own, "rivalry", rivalry, PLAIN.rivalry());
        String others = beside.isEmpty() ? "" : ",\n   beside: {" + entries(new TreeMap<>(beside)) + "}";
        return entries(own) + others;
    }

    private static void put(Map<String, Double> entries, String name, double weight, double otherwise) {
        if (weight != otherwise) {
            entries.put(name, weight);
        }
    }

    /** Entries of a mapping, in lines of less than a hundred units. */
    private static String entries(Map<String, Double> weights) {
        String line = weights.entrySet().stream()
                .map(e -> e.getKey() + ": "
                        + BigDecimal.valueOf(e.getValue()).stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(", "));
        return LONG.matcher(line).replaceAll("$1,\n     ");
    }

    static TopicWeights read(YamlFile file, Node node) {
        Map<String, Node> entries = file.mapping(node);
        file.onlyKeys(entries, KEYS);
        Map<String, Double> beside = new LinkedHashMap<>();
        Node others = entries.get("beside");
        if (others != null) {
            file.mapping(others).forEach((topic, weight) -> beside.put(topic, file.number(weight, 0)));
        }
        return new TopicWeights(
                file.number(entries.get("base"), PLAIN.base()),
                file.number(entries.get("points"), PLAIN.points()),
                file.number(entries.get("strongest"), PLAIN.strongest()),
                file.number(entries.get("state"), 0),
                file.number(entries.get("company"), 0),
                file.number(entries.get("several"), 0),
                file.number(entries.get("alone"), PLAIN.alone()),
                file.number(entries.get("rivalry"), PLAIN.rivalry()),
                beside);
    }
}
