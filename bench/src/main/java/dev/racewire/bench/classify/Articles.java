// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.classify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Articles of about 1.6 kB in all languages of the taxonomy, put together from the labelled stories: one in so many
 * from stories about AI, the others from stories in which no word speaks of it.
 */
final class Articles {

    private static final String STORIES = "/dev/racewire/app/stories/mend/";
    private static final int BYTES = 1_600;
    private static final int EACH_LANGUAGE = 20;

    private Articles() {}

    /** An article and the language that its feed declares. */
    record Article(String title, String text, String language) {}

    /** Articles of which one in so many is about AI. */
    static List<Article> make(List<String> languages, int oneIn, Predicate<Article> silent) {
        List<Article> articles = new ArrayList<>();
        Random random = new Random(7);
        for (String language : languages) {
            List<Article> stories = stories(language);
            List<Article> loud = stories.stream().filter(silent.negate()).toList();
            List<Article> quiet = stories.stream().filter(silent).toList();
            for (int i = 0; i < EACH_LANGUAGE; i++) {
                List<Article> parts = i % oneIn == 0 || quiet.isEmpty() ? loud : quiet;
                articles.add(article(parts, language, random));
            }
        }
        Collections.shuffle(articles, random);
        return articles;
    }

    private static Article article(List<Article> parts, String language, Random random) {
        String title = parts.get(random.nextInt(parts.size())).title();
        StringBuilder text = new StringBuilder();
        int bytes = 0;
        while (bytes < BYTES) {
            Article part = parts.get(random.nextInt(parts.size()));
            String more = part.title() + ". " + part.text() + " ";
            bytes += more.getBytes(StandardCharsets.UTF_8).length;
            text.append(more);
        }
        return new Article(title, text.toString(), language);
    }

    private static List<Article> stories(String language) {
        List<Article> stories = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        InputStream file = Objects.requireNonNull(
                Articles.class.getResourceAsStream(STORIES + language + ".jsonl"), "no stories in " + language);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode story = json.readTree(line);
                stories.add(new Article(
                        story.path("title").asText(), story.path("summary").asText(), language));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return stories;
    }
}
