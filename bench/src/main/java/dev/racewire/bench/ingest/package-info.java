/** What polling costs and bears: ingest, feed server and broker each in a process of its own. */
@NullMarked
package dev.racewire.bench.ingest;

import org.jspecify.annotations.NullMarked;
