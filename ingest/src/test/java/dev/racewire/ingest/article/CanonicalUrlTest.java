// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://news.example/a, https://news.example/a",
        "HTTPS://News.Example./a#top, https://news.example/a",
        "https://news.example:443/a, https://news.example/a",
        "http://news.example:8080/a, http://news.example:8080/a",
        "https://news.example/a?utm_source=rss&utm_medium=x, https://news.example/a",
        "https://news.example/a?id=7&fbclid=z, https://news.example/a?id=7",
        "https://news.example/a?b=2&a=1, https://news.example/a?b=2&a=1",
        "https://news.example/a?, https://news.example/a",
        "https://news.example/A%20b/, https://news.example/A%20b/",
        "https://news.example/?p=123, https://news.example/?p=123",
        "https://news.example/a?UTM_Source=x, https://news.example/a"
    })
    void givesOneSpelling(String link, String canonical) {
        assertThat(CanonicalUrl.of(link)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "javascript:alert(1)",
                "mailto:a@b.example",
                "https:///a",
                "https://news.example",
                "https://news.example/",
                "https://news.example/#a",
                "https://news.example/?utm_source=rss",
                "https://a b/"
            })
    void namesNothing(String link) {
        assertThat(CanonicalUrl.of(link)).isEmpty();
    }

    @Test
    void isItsOwnCanonicalForm() {
        String once =
                CanonicalUrl.of("HTTP://A.example:80/x?utm_a=1&y=2&z=%C3%A9#f").orElseThrow();
        assertThat(CanonicalUrl.of(once)).contains(once);
    }
}
