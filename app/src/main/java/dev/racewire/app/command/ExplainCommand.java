// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.racewire.app.cli.ClusterCommand;
import dev.racewire.app.cli.CommandFailure;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.StrangersText;
import dev.racewire.app.taxonomy.RetainedTexts;
import dev.racewire.app.taxonomy.TaxonomyNames;
import dev.racewire.processor.classify.Classifier;
import dev.racewire.processor.classify.Explanation;
import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.processor.taxonomy.RulesInForce;
import dev.racewire.processor.taxonomy.TaxonomyShelf;
import dev.racewire.processor.verdict.ArticleText;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Article;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code racewire explain}: why a text gets its labels, and what nearly matched. */
@Command(
        name = "explain",
        description = {
            "Tell why a text, or an article of a running system, gets its labels, and what nearly matched.",
            "The text is TEXT, or stdin: its first line is the title, the rest the summary; or a JSON object {title,"
                    + " summary, language}, as 'classify' takes them."
        })
public final class ExplainCommand extends ClusterCommand {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(arity = "0..*", paramLabel = "TEXT", description = "The text. Default: what stands on stdin")
    private List<String> words = List.of();

    @Option(
            names = "--article",
            paramLabel = "ARTICLE",
            description = "Explain this article of the running system, by the taxonomy in force there.")
    private @Nullable String article;

    @Option(names = "--language", paramLabel = "CODE", description = "Language that the text's feed would declare.")
    private @Nullable String language;

    @Mixin
    private final TaxonomyFolder rules = new TaxonomyFolder();

    @Override
    public Integer call() throws Exception {
        if (article != null) {
            explainArticle(article);
        } else {
            String text = words.isEmpty()
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : String.join(" ", words);
            if (text.isBlank()) {
                throw CommandFailure.badUsage("nothing to explain: give a text, or --article ID");
            }
            explain(text.strip(), new Explanation(new Classifier(rules.taxonomy())));
        }
        out().flush();
        return ExitCode.DONE;
    }

    private void explain(String text, Explanation explanation) throws IOException {
        if (text.startsWith("{")) {
            for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
                JsonNode object = JSON.readTree(line);
                String declared =
                        object.path("language").asText(object.path("lang").asText(""));
                print(explanation.of(
                        object.path("title").asText(""),
                        object.path("summary").asText(""),
                        declared.isBlank() ? language : declared));
            }
            return;
        }
        int end = text.indexOf('\n');
        print(explanation.of(
                end < 0 ? text : text.substring(0, end).strip(),
                end < 0 ? "" : text.substring(end + 1).strip(),
                language));
    }

    private void explainArticle(String id) throws Exception {
        KafkaClients clients = reach();
        Taxonomy taxonomy = rules.given()
                ? rules.taxonomy()
                : Taxonomy.of(TaxonomyNames.find(new TaxonomyShelf(clients).read(), RulesInForce.CURRENT)
                        .getFiles());
        Map<String, Article> found = new HashMap<>();
        RetainedTexts.tell(clients, new RetainedTexts.Listener() {
            @Override
            public void hear(Article sighting, RetainedTexts.FirstSeen first) {
                if (sighting.getId().equals(id)) {
                    found.put(id, sighting);
                }
            }

            @Override
            public void forget(String withdrawn) {
                found.remove(withdrawn);
            }
        });
        if (found.isEmpty()) {
            throw CommandFailure.failed("racewire-articles retains no article " + id
                    + "; 'racewire tail racewire-classified-articles' shows ids");
        }
        Article sighting = Objects.requireNonNull(found.get(id));
        ArticleText text = ArticleText.of(sighting);
        out().println(StrangersText.plain(sighting.getOutlet().getName()) + ": " + StrangersText.plain(text.title()));
        print(new Explanation(new Classifier(taxonomy)).of(text.title(), text.summary(), text.declaredLanguage()));
    }

    private void print(String explanation) {
        explanation
                .lines()
                .forEach(line -> out().println(line.substring(
                                0, line.length() - line.stripLeading().length())
                        + StrangersText.plain(line)));
    }
}
