/** The transaction that puts sightings, feed states and offsets into Kafka, all or nothing. */
@NullMarked
package dev.racewire.ingest.publish;

import org.jspecify.annotations.NullMarked;
