// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeededNewsTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    private static SeededNews news(long seed, String site) {
        return new SeededNews(seed, site, BEGIN, Duration.ofMinutes(10), 20);
    }

    @Test
    void isTheSameForTheSameSeedAndSite() {
        assertThat(items(news(7, "https://a.example"))).isEqualTo(items(news(7, "https://a.example")));
        assertThat(items(news(7, "https://a.example"))).isNotEqualTo(items(news(8, "https://a.example")));
    }

    @Test
    void publishesInTheOrderOfTime() {
        SeededNews news = news(1, "https://a.example");
        for (int number = 1; number < 2_000; number++) {
            assertThat(news.visible(number)).isAfterOrEqualTo(news.visible(number - 1));
            assertThat(news.item(number).published()).isEqualTo(news.visible(number));
        }
    }

    @Test
    void hasItsBacklogVisibleAtTheBeginning() {
        SeededNews news = news(1, "https://a.example");
        assertThat(news.visible(19)).isBeforeOrEqualTo(BEGIN);
        assertThat(news.visible(20)).isAfterOrEqualTo(BEGIN);
    }

    @Test
    void repeatsNoTitleWithinAFeed() {
        assertThat(items(news(3, "https://a.example")).stream().map(Item::title))
                .doesNotHaveDuplicates();
    }

    private static List<Item> items(SeededNews news) {
        return IntStream.range(0, 200).mapToObj(news::item).toList();
    }
}
