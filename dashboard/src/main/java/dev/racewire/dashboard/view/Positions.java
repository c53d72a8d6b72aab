// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.view;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * How far a Kafka topic was read: for each partition the offset of the next record. As text it is the id of a streamed
 * event, valid at every instance of the dashboard, since it names the topic and counts its own offsets.
 */
public final class Positions {

    private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9_-]{1,32}(\\.\\d{1,18}){1,1024}");

    private final String topic;
    private final long[] next;

    private Positions(String topic, long[] next) {
        this.topic = topic;
        this.next = next;
    }

    /** The positions of a reader that does not know its topic yet. */
    static Positions none() {
        return new Positions("none", new long[0]);
    }

    /** The beginning of a topic. */
    public static Positions start(String topic, int partitions) {
        return new Positions(topic, new long[partitions]);
    }

    /** The positions in the text, or empty when it holds none. */
    public static Optional<Positions> parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            return Optional.empty();
        }
        String[] parts = text.split("\\.");
        long[] next = Arrays.stream(parts).skip(1).mapToLong(Long::parseLong).toArray();
        return Optional.of(new Positions(parts[0], next));
    }

    /** These positions with everything up to that offset read too. */
    public Positions after(int partition, long offset) {
        long[] moved = next.clone();
        moved[partition] = Math.max(moved[partition], offset + 1);
        return new Positions(topic, moved);
    }

    /** Whether the record at that place was read already. */
    public boolean covers(int partition, long offset) {
        return offset < next[partition];
    }

    /** Whether everything that the other has read was read here too. */
    boolean covers(Positions other) {
        for (int i = 0; i < next.length; i++) {
            if (next[i] < other.next[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether both speak of the same Kafka topic: another cluster or a topic that was made anew is another one. */
    public boolean comparable(Positions other) {
        return topic.equals(other.topic) && next.length == other.next.length;
    }

    @Override
    public String toString() {
        return topic + "." + LongStream.of(next).mapToObj(String::valueOf).collect(Collectors.joining("."));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Positions positions && comparable(positions) && Arrays.equals(next, positions.next);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(next);
    }
}
