// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.ClusterCommand;
import dev.racewire.app.cli.CommandFailure;
import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.taxonomy.TaxonomyNames;
import dev.racewire.processor.taxonomy.RulesInForce;
import dev.racewire.processor.taxonomy.TaxonomyShelf;
import dev.racewire.schemas.Accuracy;
import dev.racewire.schemas.Taxonomy;
import dev.racewire.schemas.TopicTitle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code racewire taxonomy show}: what a version holds, as a summary, a file, or a folder to edit. */
@Command(name = "show", description = "Show a version: its topics and accuracy, one of its files, or all as a folder.")
final class TaxonomyShowCommand extends ClusterCommand {

    private static final String BUNDLED = "bundled";
    private static final double PROVEN = 0.70;

    @Parameters(
            arity = "0..1",
            paramLabel = "VERSION",
            defaultValue = RulesInForce.CURRENT,
            description =
                    "A version or its beginning, \"bundled\" (needs no broker), or ${DEFAULT-VALUE}, the default.")
    private String version = RulesInForce.CURRENT;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "Print this topic's file.")
    private @Nullable String topic;

    @Option(names = "--file", paramLabel = "PATH", description = "Print this file, such as gate.yml.")
    private @Nullable String file;

    @Option(names = "--export", paramLabel = "FOLDER", description = "Write all files into this new folder.")
    private @Nullable Path folder;

    @Override
    public Integer call() throws Exception {
        Map<String, Taxonomy> published = version.equals(BUNDLED) ? Map.of() : new TaxonomyShelf(reach()).read();
        Taxonomy taxonomy = version.equals(BUNDLED)
                ? TaxonomyShelf.record(dev.racewire.processor.classify.Taxonomy.bundled(), Instant.EPOCH, List.of())
                : TaxonomyNames.find(published, version);
        if (folder != null) {
            export(taxonomy, folder);
        } else if (topic != null) {
            print(taxonomy, "topics/" + topic + ".yml");
        } else if (file != null) {
            print(taxonomy, file);
        } else {
            summary(taxonomy, published);
        }
        out().flush();
        return ExitCode.DONE;
    }

    private void print(Taxonomy taxonomy, String name) {
        String text = taxonomy.getFiles().get(name);
        if (text == null) {
            throw CommandFailure.failed(
                    "it has no file " + name + "; 'taxonomy show " + version + "' lists its topics");
        }
        out().print(text);
    }

    private void export(Taxonomy taxonomy, Path target) throws IOException {
        if (Files.exists(target)) {
            throw CommandFailure.badUsage(target + " is there already: name a folder that is not");
        }
        for (Map.Entry<String, String> each : taxonomy.getFiles().entrySet()) {
            Path path = target.resolve(each.getKey()).normalize();
            if (!path.startsWith(target.normalize())) {
                throw CommandFailure.failed("a file of it would lie outside of the folder: " + each.getKey());
            }
            Files.createDirectories(path.getParent());
            Files.writeString(path, each.getValue());
        }
        say(taxonomy.getFiles().size() + " files of " + TaxonomyNames.brief(taxonomy.getVersion()) + " in " + target);
    }

    private void summary(Taxonomy taxonomy, Map<String, Taxonomy> published) {
        out().println("taxonomy " + taxonomy.getVersion());
        Taxonomy inForce = published.get(RulesInForce.CURRENT);
        out().println(
                        inForce != null && inForce.getVersion().equals(taxonomy.getVersion())
                                ? "in force since " + inForce.getInForceSince()
                                : "not in force");
        out().println(taxonomy.getFiles().size() + " files, languages: " + String.join(" ", taxonomy.getLanguages()));
        Map<String, Accuracy> topics = new TreeMap<>();
        for (Accuracy accuracy : taxonomy.getAccuracy()) {
            if (!accuracy.getTopic().equals("*")) {
                topics.put(accuracy.getTopic(), accuracy);
            } else if (accuracy.getLanguage().equals("*")) {
                out().println("in scope: " + figures(accuracy));
            } else if (accuracy.getLow() < PROVEN) {
                out().println("unproven language " + accuracy.getLanguage() + ": " + figures(accuracy));
            }
        }
        for (TopicTitle title : taxonomy.getTopics()) {
            Accuracy accuracy = topics.get(title.getId());
            String measured =
                    accuracy == null ? "" : figures(accuracy) + (accuracy.getLow() < PROVEN ? "  unproven" : "");
            String name = title.getTitles().getOrDefault("en", "");
            out().println(String.format(Locale.ROOT, "  %-16s %-36s %s", title.getId(), name, measured)
                    .stripTrailing());
        }
        published.keySet().stream()
                .filter(key -> !key.equals(RulesInForce.CURRENT) && !key.equals(taxonomy.getVersion()))
                .forEach(key -> out().println("also published: " + TaxonomyNames.brief(key)));
    }

    private static String figures(Accuracy a) {
        return String.format(
                Locale.ROOT, "F1 %.2f (%.2f to %.2f) on %d stories", a.getF1(), a.getLow(), a.getHigh(), a.getN());
    }
}
