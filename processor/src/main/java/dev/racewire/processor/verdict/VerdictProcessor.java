// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.verdict;

import dev.racewire.processor.state.ExpirySweep;
import dev.racewire.processor.state.Lifetime;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.JudgeAgain;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** First step: remembers each article's last verdict and lets through what is new. Null withdraws an article. */
public final class VerdictProcessor implements FixedKeyProcessor<String, Article, Outcome> {

    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(10);
    private static final int SWEEP_ENTRIES = 2_000;

    private final String storeName;
    private final Lifetime lifetime;
    private final Sightings sightings;
    private final JudgeInForce judgeInForce;
    private final Consumer<Outcome.Kind> heard;

    @SuppressWarnings("NullAway.Init") // set in init
    private FixedKeyProcessorContext<String, Outcome> context;

    @SuppressWarnings("NullAway.Init") // set in init
    private KeyValueStore<String, ArticleMemory> memories;

    public VerdictProcessor(
            String storeName,
            Lifetime lifetime,
            OutletDirectory outlets,
            JudgeInForce judgeInForce,
            Consumer<Outcome.Kind> heard) {
        this.storeName = storeName;
        this.lifetime = lifetime;
        this.sightings = new Sightings(lifetime, outlets);
        this.judgeInForce = judgeInForce;
        this.heard = heard;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Outcome> context) {
        this.context = context;
        memories = context.getStateStore(storeName);
        ExpirySweep<ArticleMemory> sweep = new ExpirySweep<>(memories, SWEEP_ENTRIES);
        context.schedule(SWEEP_INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> forget(sweep, now));
    }

    @Override
    public void process(FixedKeyRecord<String, Article> record) {
        checkKey(record.key(), record.value());
        ArticleMemory known = memories.get(record.key());
        Header again = record.headers().lastHeader(JudgeAgain.HEADER);
        // Without rules nothing can be judged: that stops the task, it is no fault of the article.
        Judge judge = again == null ? judgeInForce.now() : judgeInForce.after(JudgeAgain.promotion(again.value()));
        Instant now = Instant.ofEpochMilli(record.timestamp());
        Outcome outcome = decide(known, record.value(), now, judge, again != null);
        outcome.memory().ifPresent(memory -> memories.put(record.key(), memory));
        if (outcome.isNews()) {
            context.forward(record.withValue(outcome));
        }
        heard.accept(outcome.kind());
    }

    /** The only part that may fail for one record without stopping all: nothing has been written yet. */
    private Outcome decide(
            @Nullable ArticleMemory known, @Nullable Article sighting, Instant now, Judge judge, boolean again) {
        try {
            if (sighting == null) {
                return sightings.withdraw(known);
            }
            return again
                    ? sightings.judgeAgain(known, sighting, now, judge)
                    : sightings.decide(known, sighting, now, judge);
        } catch (RuntimeException e) {
            throw new SetAsideException("the article can't be judged: " + e, e);
        }
    }

    private static void checkKey(@Nullable String key, @Nullable Article sighting) {
        if (key == null) {
            throw new SetAsideException("the record has no key; it should be the article's id");
        }
        if (sighting != null && !key.equals(sighting.getId())) {
            throw new SetAsideException("the key is not the article's id " + sighting.getId());
        }
    }

    private void forget(ExpirySweep<ArticleMemory> sweep, long now) {
        Instant before = lifetime.expiredBefore(now, context.currentStreamTimeMs());
        sweep.step((id, memory) -> memory.expired(before)).forEach(entry -> memories.delete(entry.key));
    }
}
