// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which two articles tell one story. */
class MemberTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Nvidia resumes sales of H20 chips to China after talks | Nvidia resumes sales of H20 chips to China after talks - Reuters | true
                    Nvidia resumes sales of H20 chips to China after talks | UPDATE 2-Nvidia resumes sales of H20 chips to China after talks | true
                    Nvidia resumes sales of H20 chips to China after talks | NVIDIA RESUMES SALES OF H20 CHIPS TO CHINA AFTER TALKS | true
                    Nvidia resumes sales of H20 chips to China after talks | Nvidia resumes shipments of H20 chips to China after talks | true
                    Nvidia resumes sales of H20 chips to China after talks | Nvidia halts sales of H20 chips to China before vote | false
                    Nvidia resumes sales of H20 chips to China after talks | Nvidia resumes sales of H30 chips to China after talks | false
                    Seoul orders 1,000 accelerators for its national centre | Seoul orders 10,000 accelerators for its national centre | false
                    Seoul orders 1,000 accelerators for its national centre | Seoul orders 1000 accelerators for its national centre | true
                    Türkiye yapay zekâ yasasını MECLİSE sundu ve oylama istedi | TÜRKİYE YAPAY ZEKÂ YASASINI MECLİSE SUNDU VE OYLAMA İSTEDİ | true
                    中国禁止国有数据中心使用外国人工智能芯片 | 快讯:中国禁止国有数据中心使用外国人工智能芯片 | true
                    中国禁止国有数据中心使用外国人工智能芯片 | 日本批准国内企业建设人工智能数据中心 | false
                    AI news today | AI news today | true
                    AI today | AI today | false
                    """)
    void comparesTheTitlesOfTwoPublishers(String left, String right, boolean same) {
        Member one = member("A", left, "", NOON);
        Member other = member("B", right, "", NOON);

        assertThat(one.tellsTheStoryOf(other)).isEqualTo(same);
        assertThat(other.tellsTheStoryOf(one)).isEqualTo(same);
    }

    @Test
    void neverTakesTwoBulletinsOfOnePublisherForOne() {
        Member morning = member("A", "The AI race: our evening bulletin", "Beijing answers new export rules", NOON);
        Member evening = member("A", "The AI race: our evening bulletin", "A lab in Paris raises money", NOON);

        assertThat(morning.tellsTheStoryOf(evening)).isFalse();
        assertThat(morning.tellsTheStoryOf(member("A", "The AI race: our evening bulletin", "", NOON)))
                .isFalse();
    }

    @Test
    void knowsAnArticleThatOnePublisherShowsUnderTwoAddresses() {
        String title = "Beijing answers new export rules with a ban of its own";
        String summary = "The ministry named the rules a step too far and announced a list";

        assertThat(member("A", title, summary, NOON).tellsTheStoryOf(member("A", title, summary, NOON)))
                .isTrue();
    }

    @Test
    void looksNoFurtherThanThreeDays() {
        String title = "Beijing answers new export rules with a ban of its own";
        Member old = member("A", title, "", NOON);

        assertThat(old.tellsTheStoryOf(member("B", title, "", NOON.plus(Duration.ofDays(3)))))
                .isTrue();
        assertThat(old.tellsTheStoryOf(
                        member("B", title, "", NOON.plus(Duration.ofDays(3)).plusMillis(1))))
                .isFalse();
    }

    @Test
    void standsInTheStoreAsItIs() {
        Member member = member("A", "Beijing answers 3 new export rules", "With a ban", NOON)
                .in("story");

        assertThat(Member.FORMAT.decode(Member.FORMAT.encode(member))).isEqualTo(member);
    }

    private static Member member(String publisher, String title, String summary, Instant time) {
        return new Member("", time, "en", publisher, Fingerprint.of(title, summary));
    }
}
