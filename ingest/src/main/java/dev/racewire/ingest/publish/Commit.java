// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.publish;

/** How a transaction ended. */
public enum Commit {
    /** Everything in it is in Kafka, for good. */
    DONE,
    /** Nothing of it is visible: a record in it can't be written. */
    BAD_RECORD,
    /** Nothing of it is visible: the group or the broker refused it; it may be tried again if we still own the feeds. */
    REFUSED,
    /** Nobody knows, or the producer is fenced: what was in memory is worth nothing, Kafka has to be asked again. */
    UNKNOWN
}
