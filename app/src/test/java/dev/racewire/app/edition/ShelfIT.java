// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.schemas.Count;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfIT {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir
    private Path directory;

    @Test
    void theFirstEditionHoldsTheDayInOrderAndItsSum() throws Exception {
        Shelf.Placed placed = place(count("US", "chips", 3), count("CN", "chips", 2), count("*", "*", 4), gone());
        assertThat(placed.isNew()).isTrue();
        assertThat(Files.readAllLines(placed.file()))
                .contains("# day: 2026-11-20", "# edition: 1", "# taxonomies: t1")
                .endsWith("*,*,4,2,1,0,0", "CN,chips,2,2,1,0,0", "US,chips,3,2,1,0,0");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(placed.file()));
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(placed.sha256());
        assertThat(directory.resolve("2026-11-20-1.csv.sha256")).hasContent(placed.sha256() + "  2026-11-20-1.csv\n");
    }

    @Test
    void theSameCountsMakeNoOtherEdition() throws Exception {
        Shelf.Placed first = place(count("US", "chips", 3), count("CN", "chips", 2));
        Shelf.Placed again = place(count("CN", "chips", 2), count("US", "chips", 3));
        assertThat(again.isNew()).isFalse();
        assertThat(again.sha256()).isEqualTo(first.sha256());
    }

    @Test
    void aCorrectionMakesTheNextEditionAndLeavesTheFirstAlone() throws Exception {
        Shelf.Placed first = place(count("US", "chips", 3), count("CN", "chips", 2));
        String before = Files.readString(first.file());
        Shelf.Placed second = place(count("US", "chips", 2), count("FR", "chips", 1));
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.changed()).as("US other, CN gone, FR new").isEqualTo(3);
        assertThat(Files.readAllLines(second.file())).contains("# corrects: " + first.sha256());
        assertThat(first.file()).hasContent(before);
    }

    @Test
    void saysThatItIsASample() throws Exception {
        Shelf.Placed placed = new Shelf(directory).place(DayCounts.of(DAY, List.of(count("US", "chips", 3)), true));
        assertThat(Files.readString(placed.file())).startsWith("# sample: SAMPLE");
    }

    private Shelf.Placed place(Count... counts) throws Exception {
        return new Shelf(directory).place(DayCounts.of(DAY, List.of(counts), false));
    }

    private static Count gone() {
        return count("FR", "chips", 0);
    }

    private static Count count(String country, String topic, long articles) {
        Instant start = Instant.parse("2026-11-20T00:00:00Z");
        return new Count(
                country, topic, "P1D", start, start.plusSeconds(86_400), articles, 2L, 1L, 0L, 0L, 7L, List.of("t1"));
    }
}
