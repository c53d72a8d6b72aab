// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.processor.classify.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class StoryReaderTest {

    private static final Set<String> TOPICS =
            Taxonomy.bundled().topics().stream().map(Topic::id).collect(Collectors.toSet());

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    @ParameterizedTest
    @ValueSource(strings = {StoryReader.MEND, StoryReader.JUDGE})
    void holdsEnoughOfBothKinds(String half) {
        List<LabelledStory> stories = StoryReader.half(half);
        assertThat(stories).hasSizeGreaterThanOrEqualTo(600);
        assertThat(stories.stream().map(LabelledStory::language).distinct()).hasSizeGreaterThanOrEqualTo(36);
        assertThat(stories.stream().filter(LabelledStory::relevant).count())
                .isBetween(stories.size() * 4L / 10, stories.size() * 6L / 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {StoryReader.MEND, StoryReader.MORE, StoryReader.JUDGE})
    void isLabelledByTheRules(String half) {
        assertThat(StoryReader.half(half)).allSatisfy(StoryReaderTest::assertWellFormed);
    }

    @Test
    void givesEachStoryAnIdOfItsOwn() {
        assertThat(Stream.of(StoryReader.MEND, StoryReader.MORE, StoryReader.JUDGE)
                        .flatMap(half -> StoryReader.half(half).stream())
                        .map(LabelledStory::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsTheHalvesApart() {
        Set<String> mended =
                StoryReader.mending().stream().map(LabelledStory::title).collect(Collectors.toSet());
        assertThat(StoryReader.half(StoryReader.JUDGE)).noneMatch(story -> mended.contains(story.title()));
    }

    @Test
    void readsFilesOfOthers(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("stories.jsonl");
        Files.writeString(file, """
                {"id":"1","lang":"de","title":"T","summary":"","relevant":true,"grade":null,"countries":["DE"],\
                "topics":["x"],"countries_optional":["FR"],"origin":{"any":"thing"}}

                """);

        assertThat(StoryReader.read(file))
                .containsExactly(new LabelledStory(
                        "1", "de", "T", "", true, null, List.of("DE"), List.of("x"), List.of("FR"), List.of()));
    }

    @Test
    void namesTheLineThatIsNoStory(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("stories.jsonl");
        Files.writeString(file, "\n{\"id\":\"1\",\"lang\":\"de\"}\n");

        assertThatThrownBy(() -> StoryReader.read(file)).hasMessage(file + ":2: a labelled story needs \"title\"");
    }

    /** The rules of labelling that a program can check. */
    public static void assertWellFormed(LabelledStory story) {
        assertThat(story.id())
                .matches("[a-z]{2}-[a-z]-\\d{3}")
                .startsWith(story.language().substring(0, 2));
        assertThat(story.title() + story.summary()).as(story.id()).isNotBlank();
        assertThat(story.relevant()).as(story.id()).isEqualTo(story.grade() > 0);
        assertThat(story.grade()).as(story.id()).isBetween(0, 2);
        assertThat(story.topics()).as(story.id()).hasSize(new HashSet<>(story.topics()).size());
        assertThat(TOPICS).as(story.id()).containsAll(story.topics());
        assertThat(story.topics().size()).as(story.id()).isBetween(story.relevant() ? 1 : 0, story.relevant() ? 3 : 0);
        assertThat(story.countries())
                .as(story.id())
                .doesNotHaveDuplicates()
                .allMatch(code -> code.equals("EU") || COUNTRIES.contains(code));
        assertThat(story.relevant() || story.countries().isEmpty())
                .as(story.id())
                .isTrue();
    }
}
