// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.racewire.app.cli.ClusterCommand;
import dev.racewire.app.cli.CommandFailure;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.sample.Draw;
import dev.racewire.app.sample.Draw.Text;
import dev.racewire.app.sample.Stratum;
import dev.racewire.app.taxonomy.RetainedTexts;
import dev.racewire.app.taxonomy.TaxonomyNames;
import dev.racewire.processor.classify.Classifier;
import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.processor.taxonomy.RulesInForce;
import dev.racewire.processor.taxonomy.TaxonomyShelf;
import dev.racewire.processor.verdict.ArticleText;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Article;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code racewire sample}: articles drawn by seed for people to label who must not see the verdict. */
@Command(
        name = "sample",
        description = {
            "Draw articles of a running system for labelling: JSON lines {id, title, summary, language}, no verdicts.",
            "Near misses are out of scope though words of the gate stand in them. The order tells nothing."
        })
public final class SampleCommand extends ClusterCommand {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "The same seed draws the same of the same articles. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--in-scope",
            paramLabel = "NUMBER",
            defaultValue = "100",
            description = "Articles in scope. Default: ${DEFAULT-VALUE}")
    private int inScope;

    @Option(
            names = "--near",
            paramLabel = "NUMBER",
            defaultValue = "100",
            description = "Near misses. Default: ${DEFAULT-VALUE}")
    private int near;

    @Option(
            names = "--far",
            paramLabel = "NUMBER",
            defaultValue = "0",
            description = "Articles without any word of the gate. Default: ${DEFAULT-VALUE}")
    private int far;

    @Option(
            names = "--input",
            paramLabel = "FILE.jsonl",
            description = "Draw of these articles, as 'classify' takes them, by the bundled taxonomy: needs no broker.")
    private @Nullable Path input;

    @Option(
            names = "--key",
            paramLabel = "FILE.csv",
            description = "Write here which article was what, to open after labelling: id, stratum, stratum's size.")
    private @Nullable Path key;

    @Override
    public Integer call() throws Exception {
        Map<Stratum, Integer> wanted = Map.of(Stratum.IN_SCOPE, inScope, Stratum.NEAR_MISS, near, Stratum.FAR, far);
        Draw draw = input == null ? running(wanted) : file(input, wanted);
        for (Text text : draw.texts()) {
            ObjectNode line = JSON.createObjectNode();
            line.put("id", text.id()).put("title", text.title()).put("summary", text.summary());
            line.put("language", text.language());
            out().println(JSON.writeValueAsString(line));
        }
        out().flush();
        if (key != null) {
            writeKey(draw, key);
        }
        for (Stratum stratum : Stratum.values()) {
            say(String.format(
                    Locale.ROOT, "%s: %,d of %,d drawn", name(stratum), draw.drawn(stratum), draw.size(stratum)));
        }
        return ExitCode.DONE;
    }

    private Draw running(Map<Stratum, Integer> wanted) throws Exception {
        KafkaClients clients = reach();
        var inForce = TaxonomyNames.find(new TaxonomyShelf(clients).read(), RulesInForce.CURRENT);
        Draw draw = new Draw(seed, new Classifier(Taxonomy.of(inForce.getFiles())), wanted);
        RetainedTexts.tell(clients, new RetainedTexts.Listener() {
            @Override
            public void hear(Article sighting, RetainedTexts.FirstSeen first) {
                ArticleText text = ArticleText.of(sighting);
                draw.offer(new Text(sighting.getId(), text.title(), text.summary(), text.declaredLanguage()));
            }

            @Override
            public void forget(String id) {
                draw.forget(id);
            }
        });
        return draw;
    }

    private Draw file(Path file, Map<Stratum, Integer> wanted) throws IOException {
        Draw draw = new Draw(seed, new Classifier(Taxonomy.bundled()), wanted);
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    draw.offer(text(file, number, JSON.readTree(line)));
                }
            }
        }
        return draw;
    }

    private static Text text(Path file, int number, JsonNode article) {
        if (!article.path("id").isTextual()) {
            throw CommandFailure.badUsage(file + ":" + number + ": an article to draw needs an \"id\"");
        }
        String language = article.path("language").asText("");
        return new Text(
                article.path("id").asText(),
                article.path("title").asText(""),
                article.path("summary").asText(""),
                language.isBlank() ? null : language);
    }

    private static void writeKey(Draw draw, Path file) throws IOException {
        StringBuilder text = new StringBuilder("id,stratum,stratum_size\n");
        for (Text each : draw.texts()) {
            Stratum stratum = draw.stratum(each.id());
            text.append(quoted(each.id()))
                    .append(',')
                    .append(name(stratum))
                    .append(',')
                    .append(draw.size(stratum))
                    .append('\n');
        }
        Files.writeString(file, text);
    }

    private static String quoted(String id) {
        return List.of(",", "\"", "\n").stream().anyMatch(id::contains) ? "\"" + id.replace("\"", "\"\"") + "\"" : id;
    }

    private static String name(Stratum stratum) {
        return stratum.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
