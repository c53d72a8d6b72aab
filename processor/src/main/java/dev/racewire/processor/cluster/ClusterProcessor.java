// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.cluster;

import dev.racewire.processor.state.ExpirySweep;
import dev.racewire.processor.state.Lifetime;
import dev.racewire.processor.verdict.Ruling;
import dev.racewire.schemas.ClassifiedArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;

/** Second step: keeps each article as it was last sent on, finds its story, and forms what changes in which row. */
public final class ClusterProcessor implements FixedKeyProcessor<String, Ruling, Clustered> {

    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(10);
    private static final int SWEEP_ENTRIES = 1_000;

    private final Stores names;
    private final Lifetime lifetime;

    @SuppressWarnings("NullAway.Init") // set in init
    private FixedKeyProcessorContext<String, Clustered> context;

    @SuppressWarnings("NullAway.Init") // set in init
    private KeyValueStore<String, ClassifiedArticle> sent;

    @SuppressWarnings("NullAway.Init") // set in init
    private Stories stories;

    public ClusterProcessor(Stores names, Lifetime lifetime) {
        this.names = names;
        this.lifetime = lifetime;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Clustered> context) {
        this.context = context;
        sent = context.getStateStore(names.sentArticles());
        stories = new Stories(
                context.getStateStore(names.members()),
                context.getStateStore(names.storySizes()),
                new Bands(context.getStateStore(names.bands())));
        ExpirySweep<ClassifiedArticle> sweep = new ExpirySweep<>(sent, SWEEP_ENTRIES);
        context.schedule(SWEEP_INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> forget(sweep, now));
    }

    @Override
    public void process(FixedKeyRecord<String, Ruling> record) {
        ClassifiedArticle before = sent.get(record.key());
        Optional<ClassifiedArticle> ruled = record.value().applyTo(before);
        if (ruled.isEmpty()) {
            return;
        }
        ClassifiedArticle after = ClassifiedArticle.newBuilder(ruled.get())
                .setStoryId(stories.assign(before, ruled.get()))
                .build();
        sent.put(record.key(), after);
        context.forward(record.withValue(new Clustered(after, RowChange.between(before, after))));
    }

    private void forget(ExpirySweep<ClassifiedArticle> sweep, long now) {
        Instant before = lifetime.expiredBefore(now, context.currentStreamTimeMs());
        sweep.step((id, article) -> expired(article, before)).forEach(entry -> {
            stories.forget(entry.key);
            sent.delete(entry.key);
        });
    }

    private static boolean expired(ClassifiedArticle article, Instant before) {
        return article.getEventTime().isBefore(before) && article.getFirstSeen().isBefore(before);
    }

    /**
     * Names of the state stores.
     *
     * @param sentArticles articles as they were last sent on
     * @param members articles as members of stories
     * @param bands ids of articles by band
     * @param storySizes members of each story
     */
    public record Stores(String sentArticles, String members, String bands, String storySizes) {}
}
