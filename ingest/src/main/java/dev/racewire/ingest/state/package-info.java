/** What is remembered of a feed between two polls. */
@NullMarked
package dev.racewire.ingest.state;

import org.jspecify.annotations.NullMarked;
