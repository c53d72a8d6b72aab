// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.audit;

import java.util.List;

/**
 * What the comparison of all cells came to.
 *
 * @param articles classified articles that were read, the last record of each
 * @param cells cells that were compared
 * @param differences the cells that are wrong, a line each
 */
public record AuditResult(int articles, int cells, List<String> differences) {

    public AuditResult {
        differences = List.copyOf(differences);
    }

    /** Whether every cell is right. */
    public boolean clean() {
        return differences.isEmpty();
    }
}
