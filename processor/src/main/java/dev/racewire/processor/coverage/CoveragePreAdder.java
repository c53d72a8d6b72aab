// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.coverage;

import dev.racewire.processor.count.Window;
import dev.racewire.processor.verdict.CoverageChange;
import dev.racewire.processor.verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Adds up coverage within a partition and passes the sums on once a second, so that thousands of articles become a few
 * records. What is pending stands in a store: it is part of the same transaction as the articles.
 */
public final class CoveragePreAdder implements Processor<String, Outcome, String, CoverageDifference> {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final String storeName;

    @SuppressWarnings("NullAway.Init") // set in init
    private ProcessorContext<String, CoverageDifference> context;

    @SuppressWarnings("NullAway.Init") // set in init
    private KeyValueStore<String, CoverageDifference> pending;

    public CoveragePreAdder(String storeName) {
        this.storeName = storeName;
    }

    @Override
    public void init(ProcessorContext<String, CoverageDifference> context) {
        this.context = context;
        pending = context.getStateStore(storeName);
        context.schedule(INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> passOn());
    }

    @Override
    public void process(Record<String, Outcome> record) {
        record.value().coverage().forEach(this::add);
    }

    private void add(CoverageChange change) {
        Instant hour = Window.HOUR.start(change.eventTime());
        String key = change.language() + '|' + change.outletCountry() + '|' + hour.toEpochMilli();
        CoverageDifference before = pending.get(key);
        CoverageTally sum = before == null ? CoverageTally.NOTHING : before.tally();
        pending.put(key, new CoverageDifference(change.language(), change.outletCountry(), hour, sum.plus(change)));
    }

    private void passOn() {
        List<String> passed = new ArrayList<>();
        try (KeyValueIterator<String, CoverageDifference> all = pending.all()) {
            all.forEachRemaining(entry -> {
                passed.add(entry.key);
                if (!entry.value.tally().isNothing()) {
                    context.forward(new Record<>(entry.value.row(), entry.value, time()));
                }
            });
        }
        passed.forEach(pending::delete);
    }

    private long time() {
        return Math.max(0, context.currentStreamTimeMs());
    }
}
