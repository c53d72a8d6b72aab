// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.coverage;

import dev.racewire.processor.count.Window;
import dev.racewire.processor.state.ExpirySweep;
import dev.racewire.processor.state.Lifetime;
import dev.racewire.schemas.Coverage;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps how much was read per language, outlet country and window, from the differences of all partitions. */
public final class CoverageProcessor implements Processor<String, CoverageDifference, String, Coverage> {

    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(10);
    private static final int SWEEP_ENTRIES = 1_000;

    private final String storeName;
    private final Lifetime lifetime;

    @SuppressWarnings("NullAway.Init") // set in init
    private ProcessorContext<String, Coverage> context;

    @SuppressWarnings("NullAway.Init") // set in init
    private KeyValueStore<String, CoverageTally> tallies;

    public CoverageProcessor(String storeName, Lifetime lifetime) {
        this.storeName = storeName;
        this.lifetime = lifetime;
    }

    @Override
    public void init(ProcessorContext<String, Coverage> context) {
        this.context = context;
        tallies = context.getStateStore(storeName);
        ExpirySweep<CoverageTally> sweep = new ExpirySweep<>(tallies, SWEEP_ENTRIES);
        context.schedule(SWEEP_INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> forget(sweep, now));
    }

    @Override
    public void process(Record<String, CoverageDifference> record) {
        CoverageDifference difference = record.value();
        for (Window window : Window.values()) {
            Instant start = window.start(difference.hour());
            String key = String.join("|", difference.row(), window.code(), start.toString());
            CoverageTally before = tallies.get(key);
            CoverageTally sum = (before == null ? CoverageTally.NOTHING : before).plus(difference.tally());
            tallies.put(key, sum);
            context.forward(new Record<>(key, publish(difference, window, start, sum), record.timestamp()));
        }
    }

    private static Coverage publish(CoverageDifference of, Window window, Instant start, CoverageTally sum) {
        return Coverage.newBuilder()
                .setLanguage(of.language())
                .setOutletCountry(of.outletCountry())
                .setWindow(window.code())
                .setWindowStart(start)
                .setWindowEnd(window.end(start))
                .setArticlesSeen(sum.seen())
                .setArticlesInScope(sum.inScope())
                .setFeedsDue(sum.polls().due())
                .setFeedsRead(sum.polls().read())
                .setFeedsFailing(sum.polls().failed())
                .setRevision(sum.revision())
                .build();
    }

    private void forget(ExpirySweep<CoverageTally> sweep, long now) {
        Instant before = lifetime.expiredBefore(now, context.currentStreamTimeMs());
        sweep.step((key, tally) -> endIn(key).isBefore(before)).forEach(entry -> tallies.delete(entry.key));
    }

    /** End of the window that a key ends with; what stands before it is free text of the feed list. */
    private static Instant endIn(String key) {
        int start = key.lastIndexOf('|');
        int window = key.lastIndexOf('|', start - 1);
        return Window.of(key.substring(window + 1, start)).end(Instant.parse(key.substring(start + 1)));
    }
}
