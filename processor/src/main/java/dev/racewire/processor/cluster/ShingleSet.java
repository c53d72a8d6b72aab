// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.cluster;

import dev.racewire.processor.state.FieldReader;
import dev.racewire.processor.state.FieldWriter;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.IntConsumer;

/** Hashes of shingles in ascending order, so that two sets are compared in one walk and neighbours are written short. */
final class ShingleSet {

    private final int[] hashes;

    private ShingleSet(int[] ascending) {
        hashes = ascending;
    }

    static ShingleSet of(Collection<Integer> hashes) {
        return new ShingleSet(
                hashes.stream().mapToInt(Integer::intValue).sorted().distinct().toArray());
    }

    int size() {
        return hashes.length;
    }

    /** How many hashes are in both. */
    int common(ShingleSet other) {
        int common = 0;
        for (int i = 0, j = 0; i < hashes.length && j < other.hashes.length; ) {
            int order = Integer.compare(hashes[i], other.hashes[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common;
    }

    void forEach(IntConsumer action) {
        for (int hash : hashes) {
            action.accept(hash);
        }
    }

    void write(FieldWriter out) {
        out.number(hashes.length);
        long before = 0;
        for (int hash : hashes) {
            out.number(hash - before);
            before = hash;
        }
    }

    static ShingleSet read(FieldReader in) {
        int[] hashes = new int[in.size()];
        long before = 0;
        for (int i = 0; i < hashes.length; i++) {
            before += in.number();
            hashes[i] = Math.toIntExact(before);
        }
        return new ShingleSet(hashes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShingleSet set && Arrays.equals(hashes, set.hashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }
}
