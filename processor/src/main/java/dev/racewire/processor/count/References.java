// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.count;

import org.apache.kafka.streams.state.KeyValueStore;

/** How many articles of a story, or of a publisher, are in a cell: constant work whatever the cell holds. */
final class References {

    private final KeyValueStore<String, Long> store;

    References(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    /** Adds one; true when it is the first. */
    boolean acquire(String cell, Kind kind, String id) {
        String key = kind.key(cell, id);
        Long held = store.get(key);
        store.put(key, held == null ? 1 : held + 1);
        return held == null;
    }

    /**
     * Takes one away; true when it was the last.
     *
     * @throws MissingReferenceException when there is none
     */
    boolean release(String cell, Kind kind, String id) {
        String key = kind.key(cell, id);
        Long held = store.get(key);
        if (held == null) {
            throw new MissingReferenceException("nothing to release at " + key);
        }
        if (held == 1) {
            store.delete(key);
        } else {
            store.put(key, held - 1);
        }
        return held == 1;
    }

    /** What is counted as distinct. */
    enum Kind {
        STORY('s'),
        PUBLISHER('p');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        private String key(String cell, String id) {
            return cell + '|' + letter + '|' + id;
        }
    }
}
