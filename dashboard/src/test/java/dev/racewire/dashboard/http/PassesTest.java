// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassesTest {

    private Instant now = Instant.parse("2026-11-25T12:00:00Z");
    private final Passes passes = new Passes("s3cret", () -> now);

    @Test
    void aLinkOpensOnce() {
        String link = passes.link();

        assertThat(passes.redeem(link)).isTrue();
        assertThat(passes.redeem(link)).isFalse();
        assertThat(passes.redeem(passes.link())).as("another one").isTrue();
        assertThat(link).doesNotContain("s3cret");
    }

    @Test
    void aLinkEndsAfterTenMinutes() {
        String link = passes.link();
        now = now.plus(Duration.ofMinutes(10));

        assertThat(passes.redeem(link)).isFalse();
    }

    @Test
    void aSessionEndsAfterTwelveHours() {
        String session = passes.session();
        now = now.plus(Duration.ofHours(12).minusSeconds(1));
        assertThat(passes.isSession(session)).isTrue();
        now = now.plusSeconds(1);
        assertThat(passes.isSession(session)).isFalse();
    }

    @Test
    void everyInstanceWithTheTokenKnowsThemAndNoOther() {
        Passes neighbour = new Passes("s3cret", () -> now);
        Passes stranger = new Passes("another", () -> now);
        String session = passes.session();

        assertThat(neighbour.isSession(session)).isTrue();
        assertThat(stranger.isSession(session)).isFalse();
        assertThat(stranger.redeem(passes.link())).isFalse();
    }

    @Test
    void aLinkIsNoSessionAndASessionIsNoLink() {
        assertThat(passes.isSession(passes.link())).isFalse();
        assertThat(passes.redeem(passes.session())).isFalse();
    }

    @Test
    void aLaterEndIsNotSigned() {
        String link = passes.link();
        int dot = link.indexOf('.');

        assertThat(passes.redeem(Long.parseLong(link.substring(0, dot)) + 60 + link.substring(dot)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "1.2.3", "9999999999.00.", "s3cret"})
    void whatIsNoPassOpensNothing(String text) {
        assertThat(passes.redeem(text)).isFalse();
        assertThat(passes.isSession(text)).isFalse();
        assertThat(passes.redeem(text.repeat(1_000))).isFalse();
    }
}
