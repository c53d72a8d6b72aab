/** Items of a feed to sightings of articles: identity, content, what is new. */
@NullMarked
package dev.racewire.ingest.article;

import org.jspecify.annotations.NullMarked;
