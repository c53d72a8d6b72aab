/** When a feed is polled next: pure functions of its state and of what the last poll gave. */
@NullMarked
package dev.racewire.ingest.schedule;

import org.jspecify.annotations.NullMarked;
