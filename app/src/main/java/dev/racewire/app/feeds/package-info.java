/** Feed lists and the health of feeds, for the people who keep them. */
@NullMarked
package dev.racewire.app.feeds;

import org.jspecify.annotations.NullMarked;
