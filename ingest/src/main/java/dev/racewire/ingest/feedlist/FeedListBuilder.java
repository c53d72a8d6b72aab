// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.feedlist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects a list while it is read: refuses bad addresses and second mentions, and says where. */
final class FeedListBuilder {

    private static final int MOST_PROBLEMS = 1_000;

    private final Map<String, ListedFeed> feeds = new LinkedHashMap<>();
    private final List<FeedListProblem> problems = new ArrayList<>();
    private boolean whole = true;
    private int untold;

    void add(long line, ListedFeed feed) {
        if (feeds.size() >= FeedList.MOST_FEEDS && !feeds.containsKey(feed.url())) {
            breakOff(line, String.format("it holds more than %,d feeds: split it", FeedList.MOST_FEEDS));
            return;
        }
        FeedUrl.problem(feed.url())
                .or(() ->
                        feeds.containsKey(feed.url()) ? Optional.of("listed before: " + feed.url()) : Optional.empty())
                .ifPresentOrElse(message -> problem(line, message), () -> feeds.put(feed.url(), feed));
    }

    void problem(long line, String message) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new FeedListProblem(line, message));
        } else {
            untold++;
        }
    }

    /** Nothing can be read after this line. */
    void breakOff(long line, String why) {
        whole = false;
        problems.add(new FeedListProblem(line, "the list breaks off: " + why));
    }

    /** Whether the list has broken off; what follows is not read. */
    boolean brokenOff() {
        return !whole;
    }

    FeedList build() {
        if (untold > 0) {
            problems.add(0, new FeedListProblem(0, String.format("%,d more lines than are told here", untold)));
        }
        return new FeedList(List.copyOf(feeds.values()), problems, whole);
    }
}
