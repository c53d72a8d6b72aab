/** One poll that explains itself and leaves nothing behind: for people who keep a feed list. */
@NullMarked
package dev.racewire.ingest.check;

import org.jspecify.annotations.NullMarked;
