// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.taxonomy;

import dev.racewire.processor.classify.Classifier;
import dev.racewire.processor.verdict.ArticleText;
import dev.racewire.processor.verdict.EventTime;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/** Judges articles by two taxonomies and says which cells would change. Only what is in a cell by one of them is kept. */
public final class Comparison implements RetainedTexts.Listener {

    private static final String ALL = "*";

    /** More of them than partitions would have nothing to read. */
    private static final int READERS =
            Math.min(Runtime.getRuntime().availableProcessors(), Topics.ARTICLES.partitions());

    private final Classifier live;
    private final Classifier other;
    private final Duration horizon;
    private final Map<String, Pair> pairs = new HashMap<>();
    private final Map<Side, Side> sides = new HashMap<>();
    private int articles;

    /** An article by both. */
    private record Pair(Side live, Side other, String day, String language, String title) {}

    /** A comparison of the rules in force with others. */
    private Comparison(Classifier live, Classifier other, Duration horizon) {
        this.live = live;
        this.other = other;
        this.horizon = horizon;
    }

    @Override
    public void hear(Article sighting, RetainedTexts.FirstSeen first) {
        EventTime time = EventTime.of(first.published(), first.fetched(), first.backfill(), horizon);
        articles += first.is(sighting) ? 1 : 0;
        pairs.remove(sighting.getId());
        if (time.counted()) {
            judge(sighting, time.at());
        }
    }

    private void judge(Article sighting, Instant at) {
        ArticleText text = ArticleText.of(sighting);
        Side before = Side.of(live.classify(text.title(), text.summary(), text.declaredLanguage()));
        var verdict = other.classify(text.title(), text.summary(), text.declaredLanguage());
        Side after = Side.of(verdict);
        if (before.inScope() || after.inScope()) {
            String day = at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
            String title = before.equals(after) ? "" : text.title();
            pairs.put(sighting.getId(), new Pair(shared(before), shared(after), day, verdict.language(), title));
        }
    }

    /** Many articles have one verdict: it is kept once. */
    private Side shared(Side side) {
        return sides.computeIfAbsent(side, same -> same);
    }

    /** Reads all retained articles on all cores and compares them. */
    public static Comparison ofRetained(KafkaClients clients, Classifier live, Classifier other, Duration horizon)
            throws InterruptedException, ExecutionException {
        List<Comparison> parts = IntStream.range(0, READERS)
                .mapToObj(part -> new Comparison(live, other, horizon))
                .toList();
        RetainedTexts.tell(clients, parts);
        Comparison all = parts.get(0);
        parts.stream().skip(1).forEach(all::take);
        return all;
    }

    /** Takes over what another has found of other articles. */
    private void take(Comparison part) {
        articles += part.articles;
        pairs.putAll(part.pairs);
    }

    @Override
    public void forget(String id) {
        articles--;
        pairs.remove(id);
    }

    /** Articles that were judged. */
    public int articles() {
        return articles;
    }

    /** Articles in scope by the rules in force, by the others, and by one of them alone. */
    public CellChange scope() {
        CellChange sum = CellChange.NONE;
        for (Pair pair : pairs.values()) {
            sum = sum.plus(pair.live().inScope(), pair.other().inScope());
        }
        return sum;
    }

    /** Articles whose verdict changes at all. */
    public long changed() {
        return pairs.values().stream().filter(p -> !p.live().equals(p.other())).count();
    }

    /** The cells that change, by how much moves in them; a cell for each day, or for all that is retained. */
    public List<CellChange> cells(boolean daily) {
        Map<List<String>, CellChange> cells = new HashMap<>();
        for (Pair pair : pairs.values()) {
            Set<List<String>> was = pair.live().cells();
            Set<List<String>> is = pair.other().cells();
            Set<List<String>> all = new HashSet<>(was);
            all.addAll(is);
            for (List<String> cell : all) {
                String day = daily ? pair.day() : ALL;
                List<String> key = List.of(cell.get(0), cell.get(1), day);
                CellChange before = cells.getOrDefault(key, new CellChange(cell.get(0), cell.get(1), day, 0, 0, 0, 0));
                cells.put(key, before.plus(was.contains(cell), is.contains(cell)));
            }
        }
        return cells.values().stream()
                .filter(CellChange::differs)
                .sorted(Comparator.comparingInt((CellChange c) -> -(c.entering() + c.leaving()))
                        .thenComparing(CellChange::country)
                        .thenComparing(CellChange::topic)
                        .thenComparing(CellChange::day))
                .toList();
    }

    /** The articles whose verdict changes, two lines each. */
    public List<String> articlesThatChange() {
        List<String> lines = new ArrayList<>();
        pairs.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            Pair pair = entry.getValue();
            if (!pair.live().equals(pair.other())) {
                lines.add(entry.getKey() + " " + pair.language() + " " + pair.title() + "\n    " + pair.live()
                        + "  ->  " + pair.other());
            }
        });
        return lines;
    }
}
