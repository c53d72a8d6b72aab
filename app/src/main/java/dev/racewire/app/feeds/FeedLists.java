// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.feeds;

import dev.racewire.app.cli.CommandFailure;
import dev.racewire.ingest.feedlist.FeedList;
import dev.racewire.ingest.feedlist.FeedListProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Feed lists in files, with their mistakes told to the person who wrote them. */
public final class FeedLists {

    private static final int MOST_PROBLEMS = 20;

    private FeedLists() {}

    /**
     * The list in a file. A line that can't be used is told and left out.
     *
     * @throws CommandFailure when the file can't be read or holds no feed
     */
    public static FeedList read(Path file, Consumer<String> say) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw CommandFailure.badUsage("cannot read the feed list " + file + ": no such file, or not allowed");
        }
        FeedList list;
        try {
            list = FeedList.read(file);
        } catch (IOException e) {
            throw CommandFailure.badUsage(String.valueOf(e.getMessage()));
        }
        list.problems().stream().limit(MOST_PROBLEMS).forEach(problem -> say.accept(line(file, problem)));
        int hidden = list.problems().size() - MOST_PROBLEMS;
        if (hidden > 0) {
            say.accept("racewire: " + file + ": " + hidden + " more lines were left out");
        }
        if (list.feeds().isEmpty()) {
            throw CommandFailure.badUsage("the feed list " + file + " holds no feed");
        }
        return list;
    }

    /**
     * The list in a file that is to stand for all feeds: whatever it does not hold is removed.
     *
     * @throws CommandFailure when the file can't be read to its end or holds no feed
     */
    public static FeedList readWhole(Path file, Consumer<String> say) {
        FeedList list = read(file, say);
        if (!list.whole()) {
            throw CommandFailure.badUsage("the feed list " + file
                    + " breaks off, and feeds that it does not hold would be removed: mend it first");
        }
        return list;
    }

    private static String line(Path file, FeedListProblem problem) {
        return "racewire: left out of " + file + ": " + problem;
    }
}
