// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.state;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;

/** A list of fingerprints, newest first, in sixteen bytes each: an instance remembers millions of them. */
public final class Fingerprints {

    public static final Fingerprints NONE = new Fingerprints(new long[0]);

    private final long[] halves;

    private Fingerprints(long[] halves) {
        this.halves = halves;
    }

    public static Fingerprints of(Collection<Fingerprint> fingerprints) {
        long[] halves = new long[fingerprints.size() * 2];
        int i = 0;
        for (Fingerprint fingerprint : fingerprints) {
            halves[i++] = fingerprint.article();
            halves[i++] = fingerprint.content();
        }
        return new Fingerprints(halves);
    }

    public int size() {
        return halves.length / 2;
    }

    public boolean isEmpty() {
        return halves.length == 0;
    }

    public List<Fingerprint> toList() {
        List<Fingerprint> list = new ArrayList<>(size());
        for (int i = 0; i < halves.length; i += 2) {
            list.add(new Fingerprint(halves[i], halves[i + 1]));
        }
        return list;
    }

    /** Whether an article is among them. */
    public LongPredicate articles() {
        return everySecond(0);
    }

    /** Whether a content is among them. */
    public LongPredicate contents() {
        return everySecond(1);
    }

    private LongPredicate everySecond(int first) {
        long[] sorted = new long[size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = halves[2 * i + first];
        }
        Arrays.sort(sorted);
        return half -> Arrays.binarySearch(sorted, half) >= 0;
    }

    /** Whether that article is among them with that content. */
    public boolean contains(Fingerprint fingerprint) {
        for (int i = 0; i < halves.length; i += 2) {
            if (halves[i] == fingerprint.article() && halves[i + 1] == fingerprint.content()) {
                return true;
            }
        }
        return false;
    }

    /** These in front of the old ones, each once, at most {@code most}. */
    public Fingerprints withFirst(Collection<Fingerprint> newer, int most) {
        Set<Fingerprint> first = new LinkedHashSet<>(newer);
        List<Fingerprint> all = new ArrayList<>(first);
        for (Fingerprint old : toList()) {
            if (!first.contains(old)) {
                all.add(old);
            }
        }
        return of(all.subList(0, Math.min(most, all.size())));
    }

    /** Sixteen bytes each, all in one array: this is written at every poll. */
    List<ByteBuffer> toBytes() {
        byte[] all = new byte[halves.length * Long.BYTES];
        ByteBuffer.wrap(all).asLongBuffer().put(halves);
        List<ByteBuffer> list = new ArrayList<>(size());
        for (int i = 0; i < all.length; i += 2 * Long.BYTES) {
            list.add(ByteBuffer.wrap(all, i, 2 * Long.BYTES));
        }
        return list;
    }

    static Fingerprints fromBytes(List<ByteBuffer> bytes) {
        return of(bytes.stream().map(Fingerprint::fromBytes).toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprints that && Arrays.equals(halves, that.halves);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(halves);
    }

    @Override
    public String toString() {
        return size() + " fingerprints";
    }
}
