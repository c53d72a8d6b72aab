// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.feeds;

import dev.racewire.ingest.check.FeedCheck;
import dev.racewire.ingest.check.FeedContents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a check found, for people. */
public final class CheckText {

    private CheckText() {}

    /** Some lines, the address first. */
    public static List<String> lines(FeedCheck check, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add(check.feed().url());
        lines.add("  " + check.verdict().word() + ": " + check.cause());
        check.read().ifPresent(contents -> describe(contents, now, lines));
        if (check.replacement() != null) {
            lines.add("  in its place the publisher names " + check.replacement());
        } else if (!check.verdict().readable()) {
            lines.add("  its site names no other feed that can be read");
        }
        return lines;
    }

    private static void describe(FeedContents contents, Instant now, List<String> lines) {
        if (contents.title() != null) {
            lines.add("  title     " + contents.title());
        }
        lines.add("  language  " + (contents.language() == null ? "not declared" : contents.language()));
        lines.add("  articles  " + contents.articles() + ", " + contents.dated() + " of them dated"
                + (contents.newest() == null ? "" : ", the newest " + Age.of(contents.newest(), now)));
        lines.add("  polling   " + (contents.conditional() ? "says what is new since the last answer" : "always whole")
                + (contents.floor() == null ? "" : "; asks for " + Age.words(contents.floor()) + " between polls"));
        lines.add("  gaps      "
                + (contents.provable()
                        ? "its answers show whether something was missed"
                        : "unprovable: too few articles, or not in the order of their dates"));
        if (!contents.warning().isEmpty()) {
            lines.add("  warning   " + contents.warning());
        }
    }
}
