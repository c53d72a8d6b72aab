// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.processor.classify.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Topics and countries come from the taxonomy alone: no source names one, so that a new one is a YAML file. */
class NoLabelsInCodeTest {

    private static final Path HOUSE = Path.of("..");
    private static final List<String> MODULES =
            List.of("schemas", "runtime", "ingest", "processor", "dashboard", "app");
    private static final Set<String> KINDS = Set.of("java", "js", "avsc", "yaml");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'([^'\\\\]*)'|: ([\\w-]+)$");

    /** Literals that only look so, by file and word. */
    private static final Set<String> OTHERS = Set.of(
            "stories.js chips", // a style sheet's class for little boxes
            "NewsPlan.java GB", // where invented outlets have their seat
            "Article.avsc NO", // yes and no
            "ClassifiedArticle.avsc NO",
            "Feed.avsc NO");

    private final Set<String> labels = labels();

    @Test
    void noSourceNamesATopicOrACountry() throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> sources = sources();
        for (Path source : sources) {
            collect(source, found);
        }
        assertThat(sources).hasSizeGreaterThan(300);
        assertThat(found).isEmpty();
    }

    @Test
    void wouldFindOne() {
        assertThat(labelsIn("if (topic.equals(\"chips\") || code == 'US') {")).containsExactly("chips", "US");
        assertThat(labelsIn("  example: trade")).containsExactly("trade");
        assertThat(labelsIn("say(\"chips are down in the US\");")).isEmpty();
    }

    private static Set<String> labels() {
        Taxonomy taxonomy = Taxonomy.bundled();
        Set<String> labels = new HashSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));
        for (Topic topic : taxonomy.topics()) {
            labels.add(topic.id());
            labels.addAll(topic.titles().values());
        }
        taxonomy.files().keySet().stream()
                .filter(file -> file.startsWith("countries/"))
                .forEach(
                        file -> labels.add(file.substring("countries/".length()).replace(".yml", "")));
        return labels;
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(HOUSE.resolve(module).resolve("src/main"))) {
                files.filter(file -> KINDS.contains(file.toString().replaceFirst(".*\\.", "")))
                        .forEach(sources::add);
            }
        }
        return sources;
    }

    private void collect(Path source, List<String> found) throws IOException {
        String name = source.getFileName().toString();
        int number = 0;
        for (String line : Files.readAllLines(source)) {
            number++;
            for (String label : labelsIn(line)) {
                if (!OTHERS.contains(name + " " + label)) {
                    found.add(source + ":" + number + ": " + label);
                }
            }
        }
    }

    private List<String> labelsIn(String line) {
        List<String> found = new ArrayList<>();
        Matcher literals = LITERAL.matcher(line);
        while (literals.find()) {
            for (int group = 1; group <= literals.groupCount(); group++) {
                String text = literals.group(group);
                if (text != null && labels.contains(text)) {
                    found.add(text);
                }
            }
        }
        return found;
    }
}
