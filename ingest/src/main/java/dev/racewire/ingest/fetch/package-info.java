/** One request to a publisher's server: guarded, bounded in time and size, with the redirects followed by hand. */
@NullMarked
package dev.racewire.ingest.fetch;

import org.jspecify.annotations.NullMarked;
