// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.demo.narrate;

import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says when an edit lowers a cell: the first cell that falls after it stands for all. */
final class EditWatch {

    private record Edit(String before, String after) {}

    private final Map<String, String> titles = new HashMap<>();
    private @Nullable Edit edit;

    /** Takes note of an article's titles. */
    void on(ClassifiedArticle article) {
        String before = titles.put(article.getId(), article.getTitle());
        boolean retracted = article.getState() == ArticleState.RETRACTED;
        if (before != null && (retracted || !before.equals(article.getTitle()))) {
            edit = new Edit(before, retracted ? "" : article.getTitle());
        }
    }

    Optional<Line> on(Cells.Change change) {
        Edit cause = edit;
        if (cause == null || !change.single() || change.after() >= change.before()) {
            return Optional.empty();
        }
        edit = null;
        String now = cause.after().isEmpty() ? "it no longer counts" : "now " + Line.quoted(cause.after());
        return Optional.of(new Line(
                "edit",
                change.cell() + " " + change.before() + " -> " + change.after() + ": " + Line.quoted(cause.before())
                        + ", " + now));
    }
}
