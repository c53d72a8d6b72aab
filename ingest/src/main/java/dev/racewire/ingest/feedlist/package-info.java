/** Which feeds there are: lists as CSV and OPML, and the Kafka topic that holds the list in force. */
@NullMarked
package dev.racewire.ingest.feedlist;

import org.jspecify.annotations.NullMarked;
