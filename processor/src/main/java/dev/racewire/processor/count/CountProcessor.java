// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.count;

import dev.racewire.processor.cluster.Contribution;
import dev.racewire.processor.cluster.RowChange;
import dev.racewire.processor.count.References.Kind;
import dev.racewire.processor.state.ExpirySweep;
import dev.racewire.processor.state.Lifetime;
import dev.racewire.schemas.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Third step: moves the cells of one row as articles enter, change and leave. */
public final class CountProcessor implements Processor<String, RowChange, String, Count> {

    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(10);
    private static final int SWEEP_ENTRIES = 5_000;

    private final String cellStore;
    private final String referenceStore;
    private final Lifetime lifetime;

    @SuppressWarnings("NullAway.Init") // set in init
    private ProcessorContext<String, Count> context;

    @SuppressWarnings("NullAway.Init") // set in init
    private KeyValueStore<String, Cell> cells;

    @SuppressWarnings("NullAway.Init") // set in init
    private References references;

    public CountProcessor(String cellStore, String referenceStore, Lifetime lifetime) {
        this.cellStore = cellStore;
        this.referenceStore = referenceStore;
        this.lifetime = lifetime;
    }

    @Override
    public void init(ProcessorContext<String, Count> context) {
        this.context = context;
        cells = context.getStateStore(cellStore);
        KeyValueStore<String, Long> counted = context.getStateStore(referenceStore);
        references = new References(counted);
        sweep(cells);
        sweep(counted);
    }

    @Override
    public void process(Record<String, RowChange> record) {
        RowChange change = record.value();
        List<CellKey> before = cells(change.row(), change.before());
        List<CellKey> after = cells(change.row(), change.after());
        Set<CellKey> concerned = new LinkedHashSet<>(before);
        concerned.addAll(after);
        for (CellKey key : concerned) {
            Contribution taken = before.contains(key) ? change.before() : null;
            Contribution added = after.contains(key) ? change.after() : null;
            Cell cell = moved(key.text(), taken, added);
            context.forward(record.withKey(key.text()).withValue(cell.publish(key)));
        }
    }

    private Cell moved(String key, @Nullable Contribution taken, @Nullable Contribution added) {
        Cell known = cells.get(key);
        Cell cell = known == null ? Cell.EMPTY : known;
        cell = taken == null ? cell : without(cell, key, taken);
        cell = added == null ? cell : with(cell, key, added);
        cell = cell.revised();
        cells.put(key, cell);
        return cell;
    }

    private static List<CellKey> cells(String row, @Nullable Contribution contribution) {
        return contribution == null ? List.of() : CellKey.of(row, contribution);
    }

    private Cell with(Cell cell, String key, Contribution added) {
        return cell.with(
                added,
                references.acquire(key, Kind.STORY, added.storyId()),
                references.acquire(key, Kind.PUBLISHER, added.publisher()));
    }

    private Cell without(Cell cell, String key, Contribution taken) {
        return cell.without(
                taken,
                references.release(key, Kind.STORY, taken.storyId()),
                references.release(key, Kind.PUBLISHER, taken.publisher()));
    }

    /** Cells and references both carry their window in their key, and go when its time has passed. */
    private <V> void sweep(KeyValueStore<String, V> store) {
        ExpirySweep<V> sweep = new ExpirySweep<>(store, SWEEP_ENTRIES);
        context.schedule(SWEEP_INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> {
            Instant before = lifetime.expiredBefore(now, context.currentStreamTimeMs());
            sweep.step((key, value) -> CellKey.endIn(key).isBefore(before)).forEach(entry -> store.delete(entry.key));
        });
    }
}
