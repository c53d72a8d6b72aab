// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the documentation: its blocks of code, as a reader copies them. */
public record Page(Path file, String text) {

    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    public static Page of(String name) throws IOException {
        Path file = Path.of("..", "docs", name);
        return new Page(file, Files.readString(file));
    }

    /** The blocks in that language, in their order. */
    public List<String> blocks(String language) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1).equals(language)) {
                blocks.add(matcher.group(2));
            }
        }
        return blocks;
    }

    /** The only block in that language. */
    public String block(String language) {
        List<String> blocks = blocks(language);
        if (blocks.size() != 1) {
            throw new AssertionError(file + " has " + blocks.size() + " blocks of " + language + ", not one");
        }
        return blocks.get(0);
    }

    /** The line of a shell block that starts so, without the comment at its end. */
    public String command(String start) {
        return blocks("sh").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " has no command that starts with " + start));
    }
}
