/** Polls news feeds into Kafka: feed list, assignment, fetch, parse, article, gap, schedule, publish. */
@NullMarked
package dev.racewire.ingest;

import org.jspecify.annotations.NullMarked;
