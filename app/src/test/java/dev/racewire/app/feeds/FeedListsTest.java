// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.racewire.app.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedListsTest {

    private final List<String> said = new ArrayList<>();

    @TempDir
    private Path directory;

    private Path list(String text) throws IOException {
        return Files.writeString(directory.resolve("list.csv"), text);
    }

    @Test
    void aListThatBreaksOffAddsFeedsAndRemovesNone() throws IOException {
        Path broken = list("url,name\nhttps://a.example/,A\nhttps://b.example/,\"B\nhttps://c.example/,C\n");
        assertThat(FeedLists.read(broken, said::add).feeds()).hasSize(1);
        assertThat(said).singleElement().asString().contains("the list breaks off");
        assertThatThrownBy(() -> FeedLists.readWhole(broken, said::add))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("list.csv breaks off");
    }

    @Test
    void aLineThatCannotBeUsedLeavesTheListWhole() throws IOException {
        Path mixed = list("url\nftp://a.example/\nhttps://b.example/\n");
        assertThat(FeedLists.readWhole(mixed, said::add).feeds()).hasSize(1);
        assertThat(said).singleElement().asString().contains("line 2: only http and https are polled");
    }
}
