// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.tail;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Where in a Kafka topic reading starts; it puts a consumer there. */
public sealed interface StartingPoint {

    /** Assigns to the consumer those of the partitions that are read, and moves it to where reading starts. */
    void apply(Consumer<?, ?> consumer, List<TopicPartition> partitions);

    /**
     * The point that the text names: {@code beginning}, {@code end}, {@code recent}, a time by ISO 8601, or {@code
     * partition:offset}.
     *
     * @throws IllegalArgumentException when it names none
     */
    static StartingPoint parse(String text) {
        return switch (text) {
            case "beginning" -> new Beginning();
            case "end" -> new Back(0);
            case "recent" -> new Back(Back.RECENT);
            default -> {
                Matcher offset = Offset.FORM.matcher(text);
                yield offset.matches()
                        ? new Offset(Integer.parseInt(offset.group(1)), Long.parseLong(offset.group(2)))
                        : new Time(instant(text));
            }
        };
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' is no starting point: write beginning, end, recent,"
                    + " a time such as 2026-11-24T08:00:00Z, or partition:offset");
        }
    }

    /** The oldest record that is kept. */
    record Beginning() implements StartingPoint {
        @Override
        public void apply(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
    }

    /** So many offsets before the end of each partition. */
    record Back(long offsets) implements StartingPoint {

        /** A few records, where markers of transactions take offsets too. */
        static final long RECENT = 10;

        @Override
        public void apply(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
            consumer.assign(partitions);
            Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
            consumer.endOffsets(partitions)
                    .forEach((partition, end) ->
                            consumer.seek(partition, Math.max(first.getOrDefault(partition, 0L), end - offsets)));
        }
    }

    /** The first records of that time or later. */
    record Time(Instant instant) implements StartingPoint {
        @Override
        public void apply(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
            consumer.assign(partitions);
            Map<TopicPartition, Long> times = new HashMap<>();
            partitions.forEach(partition -> times.put(partition, instant.toEpochMilli()));
            Collection<TopicPartition> later = new java.util.ArrayList<>();
            consumer.offsetsForTimes(times, Duration.ofSeconds(30)).forEach((partition, found) -> {
                if (found == null) {
                    later.add(partition);
                } else {
                    consumer.seek(partition, found.offset());
                }
            });
            if (!later.isEmpty()) {
                consumer.seekToEnd(later);
            }
        }
    }

    /** One offset of one partition; the others are not read. */
    record Offset(int partition, long offset) implements StartingPoint {

        private static final Pattern FORM = Pattern.compile("(\\d{1,9}):(\\d{1,18})");

        @Override
        public void apply(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
            TopicPartition wanted = partitions.stream()
                    .filter(candidate -> candidate.partition() == partition)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "there is no partition " + partition + ": the last one is " + (partitions.size() - 1)));
            consumer.assign(List.of(wanted));
            check(first(consumer.beginningOffsets(List.of(wanted))), first(consumer.endOffsets(List.of(wanted))));
            consumer.seek(wanted, offset);
        }

        private static long first(Map<TopicPartition, Long> offsets) {
            return offsets.values().iterator().next();
        }

        /** What lies outside would be read from the beginning. */
        private void check(long oldest, long end) {
            if (offset < oldest || offset > end) {
                throw new IllegalArgumentException("partition " + partition + " has no offset " + offset + ": "
                        + (oldest == end ? "it is empty" : "it holds " + oldest + " to " + (end - 1)) + ", the next is "
                        + end);
            }
        }
    }
}
