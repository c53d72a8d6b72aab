/** Which feeds this instance owns: assignment by the consumer group, and the restoring of what the predecessor knew. */
@NullMarked
package dev.racewire.ingest.assign;

import org.jspecify.annotations.NullMarked;
