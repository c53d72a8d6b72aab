// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.racewire.app.cli.Cluster;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.SettingsCommand;
import dev.racewire.app.cli.StrangersText;
import dev.racewire.app.taxonomy.CellChange;
import dev.racewire.app.taxonomy.Comparison;
import dev.racewire.app.taxonomy.TaxonomyNames;
import dev.racewire.processor.ProcessorConfig;
import dev.racewire.processor.classify.Classifier;
import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.processor.taxonomy.RulesInForce;
import dev.racewire.processor.taxonomy.TaxonomyShelf;
import dev.racewire.runtime.config.Settings;
import dev.racewire.runtime.kafka.KafkaClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code racewire taxonomy compare}: what would change if other rules were in force. */
@Command(
        name = "compare",
        description =
                "Judge the retained articles by other rules beside those in force; show which cells would change.")
final class TaxonomyCompareCommand extends SettingsCommand {

    /** The forms of a comparison. */
    enum Form {
        table,
        csv,
        json
    }

    @Parameters(paramLabel = "VERSION|FOLDER", description = "A published version or its beginning, or a folder.")
    private String candidate = "";

    @Option(names = "--days", description = "A cell for each day, instead of one for all that is retained.")
    private boolean days;

    @Option(
            names = "--show",
            paramLabel = "NUMBER",
            defaultValue = "20",
            description = "So many articles whose verdict would change. Default: ${DEFAULT-VALUE}")
    private int show;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}; csv and json are the cells alone. Default: ${DEFAULT-VALUE}")
    private Form form = Form.table;

    @Override
    protected ConfigDef offered() {
        return KafkaClients.define(new ConfigDef());
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = settings();
        boolean folder = Files.isDirectory(Path.of(candidate));
        Taxonomy own = folder ? TaxonomyFolder.load(Path.of(candidate)) : null;
        KafkaClients clients = Cluster.reach(settings, this::say);
        Map<String, dev.racewire.schemas.Taxonomy> published = new TaxonomyShelf(clients).read();
        Taxonomy live = rules(published, RulesInForce.CURRENT);
        Taxonomy other = own == null ? rules(published, candidate) : own;
        Comparison comparison = Comparison.ofRetained(
                clients, new Classifier(live), new Classifier(other), settings.duration(ProcessorConfig.HORIZON));
        List<CellChange> cells = comparison.cells(days);
        switch (form) {
            case csv -> csv(cells);
            case json -> out().println(new ObjectMapper().writeValueAsString(cells));
            case table -> table(comparison, cells, live.version(), other.version());
        }
        out().flush();
        return ExitCode.DONE;
    }

    private static Taxonomy rules(Map<String, dev.racewire.schemas.Taxonomy> published, String name)
            throws IOException {
        return Taxonomy.of(TaxonomyNames.find(published, name).getFiles());
    }

    private void csv(List<CellChange> cells) {
        out().println("country,topic,day,before,after,entering,leaving");
        cells.forEach(c -> out().println(String.join(",", c.country(), c.topic(), c.day()) + "," + c.before() + ","
                + c.after() + "," + c.entering() + "," + c.leaving()));
    }

    private void table(Comparison comparison, List<CellChange> cells, String live, String other) {
        out().printf(
                        "%,d retained articles: in force %s, other %s%n",
                        comparison.articles(), TaxonomyNames.brief(live), TaxonomyNames.brief(other));
        CellChange scope = comparison.scope();
        out().printf(
                        "in scope %,d -> %,d (%,d in, %,d out); %,d verdicts change, %,d cells%n",
                        scope.before(),
                        scope.after(),
                        scope.entering(),
                        scope.leaving(),
                        comparison.changed(),
                        cells.size());
        if (!cells.isEmpty()) {
            out().printf("%n%-8s %-16s %-10s %7s %7s %6s %6s%n", "country", "topic", "day", "now", "then", "in", "out");
            cells.forEach(c -> out().printf(
                            "%-8s %-16s %-10s %,7d %,7d %,6d %,6d%n",
                            c.country(), c.topic(), c.day(), c.before(), c.after(), c.entering(), c.leaving()));
        }
        List<String> articles = comparison.articlesThatChange();
        if (!articles.isEmpty() && show > 0) {
            out().println();
            articles.stream()
                    .limit(show)
                    .forEach(lines -> lines.lines()
                            .forEach(line -> out().println(
                                            (line.startsWith("    ") ? "    " : "") + StrangersText.plain(line))));
            if (articles.size() > show) {
                out().printf("… and %,d more%n", articles.size() - show);
            }
        }
    }
}
