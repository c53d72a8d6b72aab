// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.racewire.schemas.Taxonomy;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaxonomyNamesTest {

    private final Map<String, Taxonomy> published =
            Map.of("abc1", version("abc1"), "abd2", version("abd2"), "current", version("abc1"));

    @Test
    void findsAVersionByItsBeginning() throws IOException {
        assertThat(TaxonomyNames.find(published, "abd").getVersion()).isEqualTo("abd2");
        assertThat(TaxonomyNames.find(published, "abc1").getVersion()).isEqualTo("abc1");
        assertThat(TaxonomyNames.find(published, "current").getVersion()).isEqualTo("abc1");
    }

    @Test
    void saysWhatThereIsWhenItFindsNone() {
        assertThatThrownBy(() -> TaxonomyNames.find(published, "x"))
                .hasMessage("no taxonomy x is published; there are: abc1, abd2, current");
        assertThatThrownBy(() -> TaxonomyNames.find(published, "ab"))
                .hasMessage("2 versions begin with ab: write more of it");
        assertThatThrownBy(() -> TaxonomyNames.find(Map.of(), "x")).hasMessageEndingWith("there are: none");
    }

    private static Taxonomy version(String version) {
        return Taxonomy.newBuilder()
                .setVersion(version)
                .setFiles(Map.of())
                .setTopics(List.of())
                .setLanguages(List.of())
                .setAccuracy(List.of())
                .setInForceSince(Instant.EPOCH)
                .build();
    }
}
