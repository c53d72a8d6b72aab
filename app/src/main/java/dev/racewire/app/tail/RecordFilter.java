// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.tail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A condition on a record's value, written {@code field=value} or {@code field!=value}. A field inside another is
 * written with a dot; in a list, one element that fits is enough: {@code topics.topic=chips}.
 *
 * @param path names of the fields, outermost first
 * @param value text that the field is compared with
 * @param wanted whether it must be there, or must not
 */
public record RecordFilter(List<String> path, String value, boolean wanted) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_.]+)\\s*(!?=)\\s*(.*)", Pattern.DOTALL);

    public RecordFilter {
        path = List.copyOf(path);
    }

    /**
     * The condition in the text.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static RecordFilter parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no filter: write field=value or field!=value, such as country=CN");
        }
        List<String> path = List.of(matcher.group(1).split("\\."));
        return new RecordFilter(path, matcher.group(3), matcher.group(2).equals("="));
    }

    /** Whether the value of a record fulfils it. */
    public boolean accepts(JsonNode record) {
        return values(record, path).anyMatch(found -> found.asText().equals(value)) == wanted;
    }

    private static Stream<JsonNode> values(JsonNode node, List<String> path) {
        if (node.isArray()) {
            return Stream.iterate(0, i -> i < node.size(), i -> i + 1).flatMap(i -> values(node.get(i), path));
        }
        if (path.isEmpty()) {
            return Stream.of(node);
        }
        JsonNode inner = node.get(path.get(0));
        return inner == null ? Stream.empty() : values(inner, path.subList(1, path.size()));
    }
}
