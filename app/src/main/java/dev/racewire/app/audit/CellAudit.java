// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.audit;

import dev.racewire.app.articles.ArticleFacts;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.WireFormat;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds the published cells against those recomputed, as records of both Kafka topics come in. A cell that differs is
 * suspect: it may only have been read before the article that changed it, or after.
 */
final class CellAudit {

    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final CellLedger ledger = new CellLedger();
    private final Map<String, CellValue> published = new HashMap<>();
    private final Map<String, String> mislabelled = new HashMap<>();

    /** Takes a record of the classified articles; returns the cells that it concerns. */
    Set<String> article(String id, byte @Nullable [] value) {
        ClassifiedArticle article = wire.decode(value, ClassifiedArticle.class);
        return ledger.put(id, article == null ? null : ArticleFacts.of(article));
    }

    /** Takes a record of the counts; returns the cell that it concerns. */
    Set<String> count(String key, byte @Nullable [] value) {
        Count count = wire.decode(value, Count.class);
        mislabelled.remove(key);
        if (count == null) {
            published.remove(key);
            return Set.of(key);
        }
        published.put(key, CellValue.of(count));
        String label = CellLedger.key(count.getCountry(), count.getTopic(), count.getWindow(), count.getWindowStart());
        if (!label.equals(key)) {
            mislabelled.put(key, label);
        }
        return Set.of(key);
    }

    CellLedger ledger() {
        return ledger;
    }

    int cells() {
        return allKeys().size();
    }

    /** The cells whose published value is not the recomputed one. */
    Set<String> suspects() {
        Set<String> suspects = new HashSet<>();
        allKeys().stream().filter(key -> !agrees(key)).forEach(suspects::add);
        return suspects;
    }

    boolean agrees(String key) {
        return !mislabelled.containsKey(key) && publishedValue(key).equals(ledger.value(key));
    }

    /** What is wrong with these cells, a line each. */
    List<String> describe(Set<String> keys) {
        return new TreeSet<>(keys).stream().map(this::describe).toList();
    }

    private String describe(String key) {
        String label = mislabelled.get(key);
        return label == null
                ? key + ": " + publishedValue(key).differenceTo(ledger.value(key))
                : key + ": the record under this key says that it is " + label;
    }

    private CellValue publishedValue(String key) {
        return published.getOrDefault(key, CellValue.EMPTY);
    }

    private Set<String> allKeys() {
        Set<String> keys = new HashSet<>(ledger.keys());
        keys.addAll(published.keySet());
        return keys;
    }
}
