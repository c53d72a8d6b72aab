// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

/** What is done to a cluster and to those who work on it. */
enum ClusterFault {
    /** {@code kill -9} of a broker; it comes back some seconds later. */
    BROKER_KILLED,
    /** All brokers are stopped and started, one after the other. */
    BROKERS_ROLLED,
    /** One more processor shares the work. */
    PROCESSOR_ADDED,
    /** {@code kill -9} of a processor that does not come back by itself. */
    PROCESSOR_KILLED,
    /** A processor leaves in order. */
    PROCESSOR_LEAVES,
    /** One more instance of ingest shares the feeds. */
    INGEST_ADDED,
    /** {@code kill -9} of an instance of ingest that does not come back by itself. */
    INGEST_KILLED,
    /** An instance of ingest leaves in order. */
    INGEST_LEAVES
}
