// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.app.stories.LabelledStory;
import dev.racewire.app.stories.StoryReader;
import dev.racewire.app.stories.StoryReaderTest;
import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.schemas.StateMedia;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleWeekTest {

    private final List<ListedFeed> outlets = SampleOutlets.all();
    private final List<Placement> week = SampleWeek.of(outlets);

    @Test
    void hasInventedOutletsOfManyCountriesAndLanguages() {
        assertThat(outlets).hasSizeGreaterThanOrEqualTo(40);
        assertThat(outlets).allMatch(feed -> feed.url().matches("http://[a-z]+\\.example/feed"));
        assertThat(outlets.stream().map(feed -> feed.outlet().country()).distinct())
                .hasSizeGreaterThan(35);
        assertThat(outlets.stream().map(feed -> feed.outlet().language()).distinct())
                .hasSizeGreaterThan(35);
        assertThat(outlets).anyMatch(feed -> feed.outlet().stateMedia() == StateMedia.YES);
        assertThat(outlets.stream()
                        .map(feed -> feed.outlet().publisher())
                        .distinct()
                        .count())
                .as("sister titles")
                .isLessThan(outlets.size() - 5);
    }

    @Test
    void isTheSameEachTime() {
        assertThat(SampleWeek.of(outlets)).isEqualTo(week);
    }

    @Test
    void spreadsManyStoriesOverMoreArticles() {
        assertThat(week.stream().map(Placement::key).distinct()).hasSizeGreaterThan(700);
        assertThat(week.stream().map(p -> p.story().id()).distinct()).hasSizeGreaterThan(600);
        long outOfScope = week.stream().filter(p -> !p.story().relevant()).count();
        assertThat(outOfScope).isGreaterThan(week.size() / 4);
        assertThat(week).extracting(Placement::at).isSorted().allMatch(at -> at.compareTo(SampleWeek.LENGTH) < 0);
    }

    @Test
    void givesEveryOutletSomethingInItsOwnLanguage() {
        assertThat(week.stream().map(Placement::feed).distinct()).hasSameSizeAs(outlets);
        assertThat(week)
                .allMatch(p -> p.feed().outlet().language().equals(p.story().language()));
    }

    @Test
    void printsNoStoryTwiceInOnePaperButForTheEdit() {
        Map<String, Long> byKey = week.stream().collect(Collectors.groupingBy(Placement::key, Collectors.counting()));
        assertThat(byKey.entrySet().stream().filter(entry -> entry.getValue() > 1))
                .singleElement()
                .matches(entry -> entry.getKey().endsWith("en-d-020"));
    }

    @Test
    void isWrittenForTheDemoByTheRulesOfLabelling() {
        List<LabelledStory> own = Stream.of("surge.jsonl", "edits.jsonl")
                .flatMap(file -> StoryReader.read(SampleWeek.class, file).stream())
                .toList();
        assertThat(own).allSatisfy(StoryReaderTest::assertWellFormed);
        assertThat(own).anyMatch(story -> story.id().equals(SampleWeek.OPENED));
    }

    @Test
    void shortensAWireTextByItsLastSentence() {
        LabelledStory story = new LabelledStory(
                "1", "en", "T", "One. Two. Three.", true, 1, List.of(), List.of(), List.of(), List.of());
        assertThat(WireCopy.summary(story, 2)).isEqualTo("One. Two.");
        assertThat(WireCopy.summary(story, 0)).isEqualTo("One. Two. Three.");
        assertThat(WireCopy.title(story, 1, "Paper")).isEqualTo("T - Paper");
    }
}
