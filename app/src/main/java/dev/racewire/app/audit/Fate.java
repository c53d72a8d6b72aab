// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.audit;

import dev.racewire.app.articles.ArticleFacts;
import dev.racewire.schemas.ArticleState;

/** What became of an article: each has exactly one. */
public enum Fate {
    COUNTED("counted"),
    UNCOUNTED("in scope, in no cell: older than the horizon, or undated in a feed's backlog"),
    OUT_OF_SCOPE("out of scope"),
    RETRACTED("retracted"),
    DEAD_LETTER("set aside in racewire-dead-letters"),
    PENDING("pending: the processor has not come to it yet"),
    UNEXPLAINED("UNEXPLAINED: in scope by the taxonomy in force, and yet not among the classified articles");

    private final String meaning;

    Fate(String meaning) {
        this.meaning = meaning;
    }

    /** For people. */
    public String meaning() {
        return meaning;
    }

    /** The fate of an article that stands among the classified ones. */
    static Fate of(ArticleFacts article) {
        if (article.state() == ArticleState.RETRACTED) {
            return RETRACTED;
        }
        return article.inCells() ? COUNTED : UNCOUNTED;
    }
}
