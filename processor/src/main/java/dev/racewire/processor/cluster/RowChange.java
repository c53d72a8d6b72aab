// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.cluster;

import dev.racewire.processor.state.StateFormat;
import dev.racewire.schemas.ClassifiedArticle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What changes in one row of cells when an article changes.
 *
 * @param row country, or {@link Contribution#ALL}
 * @param before what the article added to the row until now; null: nothing
 * @param after what it adds from now on; null: nothing
 */
public record RowChange(
        String row, @Nullable Contribution before, @Nullable Contribution after) {

    public static final StateFormat<RowChange> FORMAT = new StateFormat<>(
            "row change",
            1,
            (change, out) -> {
                out.text(change.row);
                out.optional(change.before, (fields, contribution) -> contribution.write(fields));
                out.optional(change.after, (fields, contribution) -> contribution.write(fields));
            },
            (in, version) ->
                    new RowChange(in.text(), in.optional(Contribution::read), in.optional(Contribution::read)));

    /** The changes in all rows when an article that stood as {@code before} stands as {@code after}. */
    static List<RowChange> between(@Nullable ClassifiedArticle before, ClassifiedArticle after) {
        Contribution taken = Contribution.of(before);
        Contribution added = Contribution.of(after);
        Set<String> rowsBefore = before == null || taken == null ? Set.of() : Contribution.rows(before);
        Set<String> rowsAfter = added == null ? Set.of() : Contribution.rows(after);
        Set<String> rows = new LinkedHashSet<>(rowsBefore);
        rows.addAll(rowsAfter);
        List<RowChange> changes = new ArrayList<>();
        for (String row : rows) {
            Contribution was = rowsBefore.contains(row) ? taken : null;
            Contribution is = rowsAfter.contains(row) ? added : null;
            if (!Objects.equals(was, is)) {
                changes.add(new RowChange(row, was, is));
            }
        }
        return changes;
    }
}
