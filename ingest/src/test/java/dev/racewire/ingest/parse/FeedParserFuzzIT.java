// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;

/**
 * Any bytes through the whole chain. Runs over the kept inputs in every verification; with {@code JAZZER_FUZZ=1} it looks for new
 * ones, and every exception, overflow or minute without an answer is a finding.
 */
final class FeedParserFuzzIT {
    private static final URI BASE = URI.create("http://feeds.example/all.xml");

    @FuzzTest(maxDuration = "30m")
    void yieldsTheDeclaredOutcome(byte[] body) {
        Feeds.PARSER.outcome(body, body.length % 2 == 0 ? null : "text/xml; charset=koi8-r", BASE);
    }
}
