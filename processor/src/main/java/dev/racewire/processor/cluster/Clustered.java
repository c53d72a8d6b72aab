// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.cluster;

import dev.racewire.schemas.ClassifiedArticle;
import java.util.List;

/**
 * An article that changed, with its story.
 *
 * @param article how it stands now
 * @param changes what changes in each row of cells
 */
public record Clustered(ClassifiedArticle article, List<RowChange> changes) {

    public Clustered {
        changes = List.copyOf(changes);
    }
}
