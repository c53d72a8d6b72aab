// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import dev.racewire.app.cli.CommandFailure;
import dev.racewire.app.stories.LabelledStory;
import dev.racewire.app.stories.StoryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Labelled stories in files that the command line names. */
final class StoryFiles {

    private StoryFiles() {}

    /** The stories of all these files. */
    static List<LabelledStory> read(List<Path> files) throws IOException {
        List<LabelledStory> stories = new ArrayList<>();
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                throw CommandFailure.badUsage("there is no readable file " + file);
            }
            stories.addAll(StoryReader.read(file));
        }
        return stories;
    }
}
