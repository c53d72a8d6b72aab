// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Fits the weights of the topics to labelled stories, so that a new topic or new words need no guessing of numbers. */
public final class TopicFit {

    /** Few stories have a given topic: so much holds its weights near the plain ones. */
    private static final double HOLD = 8;
    /** How common a topic is may be learned freely. */
    private static final double HOLD_BASE = 0.01;

    /** Weights are written with two decimals. */
    private static final double PER_UNIT = 100;
    /** Where the weights of the topics beside it begin in a row. */
    private static final int BESIDE = 6;

    private final Taxonomy taxonomy;
    private final List<String> topics;
    private final Map<String, List<Seen>> seen = new HashMap<>();

    /** A fit of that taxonomy's weights. */
    public TopicFit(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
        this.topics = taxonomy.topics().stream().map(Topic::id).sorted().toList();
    }

    /** A topic's view in a story, and whether the story is about it. */
    private record Seen(TopicView view, boolean right) {}

    /**
     * A story in scope and its topics.
     *
     * @param title title
     * @param summary summary, or the empty string
     * @param language BCP 47
     * @param topics ids of its topics
     * @param optional topics that count neither way
     */
    public record Example(String title, String summary, String language, Set<String> topics, Set<String> optional) {

        public Example {
            topics = Set.copyOf(topics);
            optional = Set.copyOf(optional);
        }
    }

    /** The taxonomy's files, with the weights under which these labels are likeliest; all else stays. */
    public SortedMap<String, String> fit(List<Example> examples) {
        Classifier classifier = new Classifier(taxonomy);
        for (Example example : examples) {
            classifier
                    .topicViews(example.title(), example.summary(), example.language())
                    .forEach(view -> see(view, example));
        }
        SortedMap<String, String> files = new TreeMap<>(taxonomy.files());
        for (String topic : topics) {
            TopicWeights weights = weights(topic);
            files.computeIfPresent("topics/" + topic + ".yml", (name, text) -> weights.writtenInto(text));
        }
        return files;
    }

    private void see(TopicView view, Example example) {
        String topic = view.topic();
        boolean right = example.topics().contains(topic);
        if (right || !example.optional().contains(topic)) {
            seen.computeIfAbsent(topic, t -> new ArrayList<>()).add(new Seen(view, right));
        }
    }

    private TopicWeights weights(String topic) {
        List<Seen> stories = seen.getOrDefault(topic, List.of());
        double[][] rows = stories.stream().map(s -> features(s.view())).toArray(double[][]::new);
        boolean[] labels = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = stories.get(i).right();
        }
        double[] start = new double[BESIDE + topics.size()];
        start[0] = TopicWeights.PLAIN.base();
        start[1] = TopicWeights.PLAIN.points();
        start[2] = TopicWeights.PLAIN.strongest();
        double[] hold = new double[start.length];
        Arrays.fill(hold, HOLD);
        hold[0] = HOLD_BASE;
        TopicWeights before = taxonomy.rules().topicWeights().getOrDefault(topic, TopicWeights.PLAIN);
        return weights(LogisticFit.fit(rows, labels, start, hold), before);
    }

    /** What each weight of a row is multiplied with: the order is that of {@link #weights(double[], TopicWeights)}. */
    private double[] features(TopicView view) {
        double[] features = new double[BESIDE + topics.size()];
        features[0] = 1;
        features[1] = view.own();
        features[2] = view.strongest();
        features[3] = view.state() ? 1 : 0;
        features[4] = view.company() ? 1 : 0;
        features[5] = view.several() ? 1 : 0;
        for (int i = 0; i < topics.size(); i++) {
            features[BESIDE + i] = view.beside(topics.get(i));
        }
        return features;
    }

    private TopicWeights weights(double[] row, TopicWeights before) {
        double[] written =
                Arrays.stream(row).map(w -> Math.round(w * PER_UNIT) / PER_UNIT).toArray();
        Map<String, Double> beside = new TreeMap<>();
        for (int i = 0; i < topics.size(); i++) {
            if (written[BESIDE + i] != 0) {
                beside.put(topics.get(i), written[BESIDE + i]);
            }
        }
        return new TopicWeights(
                written[0],
                written[1],
                written[2],
                written[3],
                written[4],
                written[5],
                before.alone(),
                before.rivalry(),
                beside);
    }
}
