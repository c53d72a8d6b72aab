// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.schemas.Feed;
import dev.racewire.schemas.Outlet;
import dev.racewire.schemas.StateMedia;
import org.junit.jupiter.api.Test;

/** To whom an article is put down. */
class OutletDirectoryTest {

    private static final Outlet PAPER = outlet("Paper", "https://www.paper.example/");
    private static final Outlet AGGREGATOR = outlet("Aggregator", "https://aggregator.example/");

    private final OutletDirectory directory = new OutletDirectory();

    @Test
    void putsAnArticleDownToTheFeedThatShowsItsOwnSite() {
        assertThat(directory.attribute("https://tech.paper.example/1", PAPER)).isEqualTo(new Attribution(PAPER, false));
        assertThat(directory.attribute(null, PAPER)).isEqualTo(new Attribution(PAPER, false));
    }

    @Test
    void findsTheOutletBehindAnAggregatorsLink() {
        directory.list("https://paper.example/feed", feed(PAPER));

        assertThat(directory.attribute("https://tech.paper.example/1", AGGREGATOR))
                .isEqualTo(new Attribution(PAPER, false));

        directory.hear("https://paper.example/feed", null);
        assertThat(directory.attribute("https://tech.paper.example/1", AGGREGATOR))
                .isEqualTo(new Attribution(AGGREGATOR, true));
    }

    @Test
    void takesNoFactsFromWhatItCantRead() {
        directory.hear("https://paper.example/feed", new byte[] {1, 2});

        assertThat(directory.attribute("not a link at all ://", AGGREGATOR))
                .isEqualTo(new Attribution(AGGREGATOR, false));
    }

    @SuppressWarnings("NullAway") // the schema takes null
    private static Feed feed(Outlet outlet) {
        return new Feed("https://paper.example/feed", outlet, null, null, true, null);
    }

    private static Outlet outlet(String name, String site) {
        return new Outlet(name, site, "en", "GB", "general", name, StateMedia.NO);
    }
}
