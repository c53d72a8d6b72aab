// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.stories;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the stories that this build carries: JSON lines, a file for each language and half. */
public final class StoryReader {

    /** Stories that rules and demo may be made with. */
    public static final String MEND = "mend";

    /** More of them, which the demo doesn't tell. */
    public static final String MORE = "more";

    /** Stories for judging only: whoever writes rules does not look at them. */
    public static final String JUDGE = "judge";

    private static final ObjectReader STORIES = new JsonMapper().readerFor(LabelledStory.class);

    private static final ObjectReader OTHERS = STORIES.without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final List<String> NEEDED =
            List.of("id", "lang", "title", "summary", "relevant", "countries", "topics");

    private StoryReader() {}

    /** All stories of a part, language by language. */
    public static List<LabelledStory> half(String half) {
        return languages().stream()
                .flatMap(language -> read(StoryReader.class, half + "/" + language + ".jsonl").stream())
                .toList();
    }

    /** All stories that rules may be mended by. */
    public static List<LabelledStory> mending() {
        return Stream.of(MEND, MORE).flatMap(part -> half(part).stream()).toList();
    }

    /** The languages that stories are written in, by their files' names. */
    public static List<String> languages() {
        try (InputStream in = open(StoryReader.class, "languages.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stories in a resource beside that class. */
    public static List<LabelledStory> read(Class<?> beside, String resource) {
        try (InputStream in = open(beside, resource);
                MappingIterator<LabelledStory> stories = STORIES.readValues(in)) {
            return stories.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled stories " + resource + " cannot be read", e);
        }
    }

    /**
     * The stories in somebody's file, a JSON object a line; fields that are not known here are left alone.
     *
     * @throws IOException when the file can't be read, or a line of it is no labelled story
     */
    public static List<LabelledStory> read(Path file) throws IOException {
        List<LabelledStory> stories = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank()) {
                stories.add(story(file, number, line));
            }
        }
        return stories;
    }

    private static LabelledStory story(Path file, int number, String line) throws IOException {
        try {
            JsonNode object = OTHERS.readTree(line);
            for (String field : NEEDED) {
                if (!object.has(field)) {
                    throw new IOException(file + ":" + number + ": a labelled story needs \"" + field + "\"");
                }
            }
            return OTHERS.readValue(object);
        } catch (JsonProcessingException e) {
            throw new IOException(file + ":" + number + ": no labelled story: " + e.getOriginalMessage(), e);
        }
    }

    private static InputStream open(Class<?> beside, String resource) throws IOException {
        InputStream in = beside.getResourceAsStream(resource);
        if (in == null) {
            throw new FileNotFoundException(resource + " is missing from the jar");
        }
        return in;
    }
}
