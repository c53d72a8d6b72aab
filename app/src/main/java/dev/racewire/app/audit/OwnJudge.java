// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.audit;

import dev.racewire.app.articles.KafkaTopicReading;
import dev.racewire.processor.classify.Classifier;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Taxonomy;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Judges sightings by the taxonomy in force, to tell what is out of scope from what is missing. */
final class OwnJudge {

    private static final String IN_FORCE = "current";
    private static final int TITLE = 2_000;
    private static final int SUMMARY = 20_000;
    private static final int EXCERPT = 2_000;

    private final Classifier classifier;

    private OwnJudge(Classifier classifier) {
        this.classifier = classifier;
    }

    static OwnJudge inForce(KafkaClients clients) throws IOException, InterruptedException, ExecutionException {
        WireFormat wire = new WireFormat(SchemaHistory.bundled());
        Map<String, Taxonomy> found = new HashMap<>();
        try (KafkaTopicReading reading = KafkaTopicReading.open(clients, Topics.TAXONOMIES)) {
            reading.toEnds(record -> {
                Taxonomy taxonomy = wire.decode(record.value(), Taxonomy.class);
                if (taxonomy != null) {
                    found.put(record.key(), taxonomy);
                }
            });
        }
        Taxonomy inForce = found.get(IN_FORCE);
        if (inForce == null) {
            throw new IOException("no taxonomy is in force on this cluster: the processor has never run there");
        }
        return new OwnJudge(new Classifier(dev.racewire.processor.classify.Taxonomy.of(inForce.getFiles())));
    }

    boolean inScope(Article sighting) {
        String summary = sighting.getSummary().isBlank()
                ? cut(sighting.getContent(), EXCERPT)
                : cut(sighting.getSummary(), SUMMARY);
        String declared = sighting.getLanguage();
        if (declared == null || declared.isBlank()) {
            String usual = sighting.getOutlet().getLanguage();
            declared = usual.equals("und") ? null : usual;
        }
        return classifier
                .classify(cut(sighting.getTitle(), TITLE), summary, declared)
                .inScope();
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
