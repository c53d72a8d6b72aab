// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.processor;

import dev.racewire.app.taxonomy.Comparison;
import dev.racewire.processor.classify.Classifier;
import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.runtime.kafka.KafkaClients;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The comparison of {@code racewire taxonomy compare} in a process of its own. Argument: the broker. It prints articles,
 * milliseconds, verdicts that change and cells that change, and lives on until its input ends, so that its memory can be
 * looked at.
 */
final class ReprocessMain {

    private ReprocessMain() {}

    public static void main(String[] args) throws Exception {
        KafkaClients clients = new KafkaClients(args[0], "", Map.of(), Map.of(), Map.of(), Map.of());
        Taxonomy live = Taxonomy.bundled();
        Classifier now = new Classifier(live);
        Classifier then = new Classifier(withHalfTheTopics(live));
        long begin = System.nanoTime();
        Comparison comparison = Comparison.ofRetained(clients, now, then, Duration.ofDays(400));
        int cells = comparison.cells(true).size();
        long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        System.out.println(comparison.articles() + " " + millis + " " + comparison.changed() + " " + cells);
        while (System.in.read() >= 0) {
            // It is asked nothing: the end of its input is the end of it.
        }
    }

    /** Other rules: every second topic's words are gone. */
    private static Taxonomy withHalfTheTopics(Taxonomy taxonomy) {
        Map<String, String> files = new TreeMap<>(taxonomy.files());
        for (int topic = 0; topic < taxonomy.topics().size(); topic += 2) {
            files.remove("topics/" + taxonomy.topics().get(topic).id() + ".yml");
        }
        return Taxonomy.of(files);
    }
}
