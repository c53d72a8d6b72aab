// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.Map;

/**
 * A topic of the taxonomy.
 *
 * @param id id as it stands in counts
 * @param titles title by language
 */
public record Topic(String id, Map<String, String> titles) {

    public Topic {
        titles = Map.copyOf(titles);
    }
}
