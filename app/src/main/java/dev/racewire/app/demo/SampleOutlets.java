// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.demo;

import dev.racewire.ingest.feedlist.FeedList;
import dev.racewire.ingest.feedlist.ListedFeed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The invented outlets, all on hosts under {@code .example}, which nobody can own (RFC 2606). */
final class SampleOutlets {

    private static final String FILE = "outlets.csv";

    private SampleOutlets() {}

    static List<ListedFeed> all() {
        try (InputStream in = SampleOutlets.class.getResourceAsStream(FILE)) {
            FeedList list = FeedList.parse(Objects.requireNonNull(in, FILE).readAllBytes());
            if (!list.problems().isEmpty()) {
                throw new IllegalStateException(FILE + ": " + list.problems());
            }
            return list.feeds();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
