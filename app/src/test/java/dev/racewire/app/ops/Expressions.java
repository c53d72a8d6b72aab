// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The PromQL expressions in dashboards and rules, by where they stand. */
final class Expressions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern RULE = Pattern.compile("- (record|alert): (\\S+)\\s+expr: (.+)");
    private static final Pattern ABSENT = Pattern.compile("absent\\((.*)\\)");
    private static final Pattern COMPARED = Pattern.compile("(.*\\S) (?:>|<|==) (?:[\\d.]+|[\\d.]+ \\* sum\\(\\w+\\))");

    private Expressions() {}

    /** Those of the dashboards, with variables replaced by all they may be. */
    static Map<String, String> ofDashboards(Path folder) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                JsonNode dashboard = JSON.readTree(file.toFile());
                String uid = dashboard.get("uid").asText();
                List<JsonNode> queries = new ArrayList<>();
                dashboard.get("panels").forEach(panel -> panel.get("targets").forEach(queries::add));
                dashboard.at("/annotations/list").forEach(queries::add);
                for (JsonNode query : queries) {
                    found.put(
                            uid + " " + found.size(),
                            withoutVariables(query.get("expr").asText()));
                }
            }
        }
        return found;
    }

    private static String withoutVariables(String expression) {
        return expression.replace("$__rate_interval", "1m").replace("$instance", ".+");
    }

    /** Those of the rules, by name. */
    static Map<String, String> ofRules(Path file) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher rule = RULE.matcher(Files.readString(file));
        while (rule.find()) {
            found.put(rule.group(2), rule.group(3).strip());
        }
        return found;
    }

    /** What an alert looks at, whether or not it fires: without its threshold, and present instead of absent. */
    static String lookedAt(String expression) {
        Matcher absent = ABSENT.matcher(expression);
        if (absent.matches()) {
            return absent.group(1);
        }
        Matcher compared = COMPARED.matcher(expression);
        return compared.matches() ? compared.group(1) : expression;
    }
}
