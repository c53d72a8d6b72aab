/** Whether two answers of a feed overlap, so that nothing was missed between them. */
@NullMarked
package dev.racewire.ingest.gap;

import org.jspecify.annotations.NullMarked;
