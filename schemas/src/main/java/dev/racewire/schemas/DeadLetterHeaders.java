// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.schemas;

/** Headers of a dead letter: where the record came from and why it was set aside. All values are UTF-8 text. */
public final class DeadLetterHeaders {

    /** The step that failed: {@link #READING} or {@link #JUDGING}. */
    public static final String STAGE = "stage";

    /** Why it failed, for people. */
    public static final String REASON = "reason";

    /** Kafka topic that the record stood in. */
    public static final String ORIGIN_TOPIC = "origin-topic";

    /** Partition that it stood in. */
    public static final String ORIGIN_PARTITION = "origin-partition";

    /** Offset that it had. */
    public static final String ORIGIN_OFFSET = "origin-offset";

    /** Stage: its bytes are no article. */
    public static final String READING = "reading";

    /** Stage: it is an article, and judging it failed. */
    public static final String JUDGING = "judging";

    private DeadLetterHeaders() {}
}
