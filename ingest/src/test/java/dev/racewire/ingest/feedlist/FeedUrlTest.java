// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.feedlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://feeds.bbc.co.uk/news, bbc.co.uk",
        "https://www.heise.de./rss, heise.de",
        "https://someone.github.io/feed, someone.github.io",
        "https://a.b.news.example/feed, news.example",
        "http://f7.localhost:8080/feed, f7.localhost",
        "http://localhost/feed, localhost",
        "http://127.0.0.1:9/feed, 127.0.0.1",
        "http://[::1]:9/feed, [::1]",
        "https://news.example/a?key=${paper-key}, news.example"
    })
    void findsTheHostThatHasAPolicyOfItsOwn(String url, String host) {
        assertThat(FeedUrl.registrableHost(url)).isEqualTo(host);
        assertThat(FeedUrl.problem(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "feed",
                "file:///etc/passwd",
                "gopher://a.example/",
                "javascript:alert(1)",
                "https://user:secret@a.example/",
                "https://user@a.example/",
                "https:///feed",
                "https://a b.example/",
                "https://a.example/\r\nHost: b.example"
            })
    void refusesWhatIsNoAddressOfAFeed(String url) {
        assertThat(FeedUrl.problem(url)).isPresent();
    }

    @Test
    void refusesAnEndlessAddressAndShowsNoSecret() {
        assertThat(FeedUrl.problem("https://a.example/" + "a".repeat(10_000))).isPresent();
        assertThat(FeedUrl.problem("https://user:secret@a.example/").orElseThrow())
                .doesNotContain("secret@");
    }

    @Test
    void spreadsHostsOverAllPartitions() {
        long used = IntStream.range(0, 400)
                .map(i -> FeedUrl.partition("https://paper" + i + ".example/feed", 16))
                .distinct()
                .count();
        assertThat(used).isEqualTo(16);
        assertThat(FeedUrl.partition("https://a.news.example/1", 16))
                .isEqualTo(FeedUrl.partition("http://b.news.example/2", 16));
    }
}
