// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What operators hear while state is read back from Kafka. */
class RestoreProgressTest {

    private static final TopicPartition VERDICTS = new TopicPartition("verdicts-changelog", 0);
    private static final TopicPartition CELLS = new TopicPartition("cells-changelog", 3);

    private final RestoreProgress progress = new RestoreProgress();

    @Test
    void saysNothingWhileNothingIsRestored() {
        assertThat(progress.describe()).isEmpty();
    }

    @Test
    void addsUpWhatIsRestored() {
        progress.onRestoreStart(VERDICTS, "verdicts", 1_000, 4_000);
        progress.onRestoreStart(CELLS, "cells", 0, 500);
        progress.onBatchRestored(VERDICTS, "verdicts", 2_000, 1_000);
        progress.onBatchRestored(CELLS, "cells", 200, 200);
        assertThat(progress.describe()).isEqualTo("restoring state: 1200 of about 3500 records, 2 parts left");
    }

    @Test
    void forgetsWhatIsThereOrWasHandedOver() {
        progress.onRestoreStart(VERDICTS, "verdicts", 0, 10);
        progress.onRestoreStart(CELLS, "cells", 0, 10);
        progress.onRestoreEnd(VERDICTS, "verdicts", 10);
        assertThat(progress.describe()).contains("0 of about 10 records, 1 parts left");
        progress.onRestoreSuspended(CELLS, "cells", 4);
        assertThat(progress.describe()).isEmpty();
    }
}
