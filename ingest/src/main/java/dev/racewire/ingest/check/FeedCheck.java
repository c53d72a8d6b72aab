// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.check;

import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.fetch.Verdict;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a feed found.
 *
 * @param cause why the verdict is what it is, in one line
 * @param contents what is in it; null when it can't be read
 * @param replacement the feed that the publisher names in its place; it has been read
 * @param answered whether some server answered: without one, the fault may be this machine's
 */
public record FeedCheck(
        ListedFeed feed,
        Verdict verdict,
        String cause,
        @Nullable FeedContents contents,
        @Nullable URI replacement,
        boolean answered) {

    public Optional<FeedContents> read() {
        return Optional.ofNullable(contents);
    }

    /** The same, for a machine that reaches nobody. */
    public FeedCheck withoutNetwork() {
        return new FeedCheck(feed, Verdict.NO_NETWORK, cause, null, null, false);
    }
}
