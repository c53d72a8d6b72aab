// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireFormatTest {

    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());

    private final Count count = Count.newBuilder()
            .setCountry("ID")
            .setTopic("chips")
            .setWindow("PT1H")
            .setWindowStart(Instant.parse("2026-11-24T10:00:00Z"))
            .setWindowEnd(Instant.parse("2026-11-24T11:00:00Z"))
            .setArticles(3)
            .setStories(2)
            .setPublishers(2)
            .setRivalries(1)
            .setStateMediaArticles(0)
            .setRevision(4)
            .setTaxonomyVersions(List.of("abc"))
            .build();

    @Test
    void startsWithZeroAndTheSchemaId() {
        byte[] bytes = wire.encode(count);

        int id =
                SchemaHistory.bundled().of(Count.getClassSchema()).orElseThrow().id();
        assertThat(Arrays.copyOf(bytes, 5)).containsExactly(0, 0, 0, 0, id);
    }

    @Test
    void readsWhatItWrote() {
        assertThat(wire.decode(wire.encode(count), Count.class)).isEqualTo(count);
    }

    @Test
    void readsWithoutTheClass() {
        assertThat(wire.decodeAny(wire.encode(count)).get("topic")).hasToString("chips");
    }

    @Test
    void writesARecordWholeAfterOneThatFailed() {
        byte[] whole = wire.encode(count);
        Count broken = Count.newBuilder(count).build();
        broken.put("windowEnd", null);

        assertThatThrownBy(() -> wire.encode(broken)).isInstanceOf(WireFormatException.class);

        assertThat(wire.encode(count)).isEqualTo(whole);
    }

    @Test
    void readsADeletionMarkAsNull() {
        assertThat(wire.decode(null, Count.class)).isNull();
    }

    @Test
    void refusesBytesWithoutSchemaId() {
        assertThatThrownBy(() -> wire.decode(new byte[] {1, 2, 3}, Count.class))
                .isInstanceOf(WireFormatException.class)
                .hasMessageContaining("schema id");
    }

    @Test
    void refusesAnUnknownSchemaId() {
        assertThatThrownBy(() -> wire.decode(new byte[] {0, 0, 1, 0, 0, 9}, Count.class))
                .isInstanceOf(WireFormatException.class)
                .hasMessageContaining("65536");
    }

    @Test
    void refusesABodyThatEndsEarly() {
        byte[] bytes = wire.encode(count);

        assertThatThrownBy(() -> wire.decode(Arrays.copyOf(bytes, bytes.length - 3), Count.class))
                .isInstanceOf(WireFormatException.class);
    }

    @Test
    void refusesBytesBehindTheRecord() {
        byte[] bytes = wire.encode(count);

        assertThatThrownBy(() -> wire.decode(Arrays.copyOf(bytes, bytes.length + 1), Count.class))
                .isInstanceOf(WireFormatException.class)
                .hasMessageContaining("left behind");
    }

    @Test
    void refusesTheRecordOfAnotherTopic() {
        byte[] bytes = wire.encode(count);

        assertThatThrownBy(() -> wire.decode(bytes, Gap.class)).isInstanceOf(WireFormatException.class);
    }
}
