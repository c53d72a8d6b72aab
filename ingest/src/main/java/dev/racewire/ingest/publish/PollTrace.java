// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.publish;

import dev.racewire.ingest.state.FeedState;
import dev.racewire.ingest.state.Fingerprint;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The header that all records of a poll share, and all that comes of them: it leads from a count back to the answer of a
 * feed.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">Trace Context</a>
 */
final class PollTrace {

    private static final int SPAN_DIGITS = 16;

    private PollTrace() {}

    static Header header(FeedState after) {
        String trace = Fingerprint.hash("poll " + after.polls() + " " + after.url());
        String value = "00-" + trace + "-" + trace.substring(0, SPAN_DIGITS) + "-01";
        return new RecordHeader("traceparent", value.getBytes(StandardCharsets.UTF_8));
    }
}
