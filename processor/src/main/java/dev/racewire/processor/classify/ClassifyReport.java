// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Judges articles given as JSON lines and writes a JSON line for each: the command {@code classify}. */
public final class ClassifyReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Classifier classifier;

    /** A report of that classifier's verdicts. */
    public ClassifyReport(Classifier classifier) {
        this.classifier = classifier;
    }

    /**
     * Writes a verdict for each line; a line that is no JSON object gets one with its number and an error.
     *
     * @return number of lines that could not be read
     */
    public int run(Reader in, Writer out) throws IOException {
        BufferedReader lines = new BufferedReader(in);
        int unreadable = 0;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            JsonNode verdict = verdict(line, number);
            unreadable += verdict.has("error") ? 1 : 0;
            out.write(JSON.writeValueAsString(verdict));
            out.write('\n');
            out.flush();
        }
        return unreadable;
    }

    private JsonNode verdict(String line, int number) {
        try {
            JsonNode article = JSON.readTree(line);
            if (article.isObject()) {
                return verdict(article);
            }
            return error(number, "no JSON object");
        } catch (JsonProcessingException e) {
            return error(number, e.getOriginalMessage());
        }
    }

    private static JsonNode error(int number, String message) {
        return JSON.createObjectNode().put("line", number).put("error", message);
    }

    private JsonNode verdict(JsonNode article) {
        Classification c = classifier.classify(text(article, "title"), text(article, "summary"), declared(article));
        ObjectNode out = JSON.createObjectNode();
        if (article.has("id")) {
            out.set("id", article.get("id"));
        }
        out.put("inScope", c.inScope())
                .put("score", c.score())
                .put("rivalry", c.rivalry())
                .put("language", c.language());
        ArrayNode countries = out.putArray("countries");
        c.countries().forEach(v -> countries.add(v.country()));
        ArrayNode topics = out.putArray("topics");
        c.topics().forEach(v -> topics.add(v.topic()));
        out.set("countryVerdicts", JSON.valueToTree(c.countries()));
        out.set("topicVerdicts", JSON.valueToTree(c.topics()));
        out.set("evidence", JSON.valueToTree(c.evidence()));
        return out;
    }

    private static String text(JsonNode article, String name) {
        return article.path(name).asText("");
    }

    private static @Nullable String declared(JsonNode article) {
        String language = article.path("language").asText(article.path("lang").asText(""));
        return language.isBlank() ? null : language;
    }
}
