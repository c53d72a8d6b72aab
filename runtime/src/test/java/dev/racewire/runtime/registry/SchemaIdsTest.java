// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.racewire.schemas.Count;
import dev.racewire.schemas.SchemaHistory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class SchemaIdsTest {

    private static final String TOPIC = "desk-racewire-counts";
    private static final int OURS =
            SchemaHistory.bundled().of(Count.getClassSchema()).orElseThrow().id();

    private final OtherRegistry registry = new OtherRegistry();
    private final SchemaIds ids = new SchemaIds(registry, "desk-");

    @Test
    void writesTheRegistrysIdAndReadsItBack() {
        byte[] written = ids.serializer().serialize(TOPIC, bytes(OURS));

        assertThat(written).containsExactly(0, 0, 0, 0, 101, 7);
        assertThat(registry.subjects).containsOnlyKeys("desk-racewire-counts-value");
        assertThat(ids.deserializer().deserialize(TOPIC, written)).containsExactly(bytes(OURS));
    }

    @Test
    void readsWhatAnotherProcessRegistered() {
        byte[] written = new SchemaIds(registry, "desk-").serializer().serialize(TOPIC, bytes(OURS));

        assertThat(ids.deserializer().deserialize(TOPIC, written)).containsExactly(bytes(OURS));
    }

    @Test
    void anIdThatIsNotOursIsNeverTakenForOneOfOursAndSurvives() {
        byte[] foreign = bytes(OURS); // in that registry this is nothing, or somebody else's
        byte[] read = ids.deserializer().deserialize(TOPIC, foreign);

        assertThat(read[1]).isEqualTo((byte) 0x80);
        assertThat(ids.serializer().serialize(TOPIC, read)).containsExactly(foreign);
    }

    @Test
    void leavesWhatIsNotInTheWireFormatAndOtherKafkaTopicsAlone() {
        byte[] text = "no record".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(ids.serializer().serialize(TOPIC, text)).isSameAs(text);
        assertThat(ids.serializer().serialize(TOPIC, null)).isNull();
        byte[] internal = bytes(OURS);
        assertThat(ids.serializer().serialize("desk-processor-changelog", internal))
                .isSameAs(internal);
    }

    @Test
    void anAbsentRegistryStopsWritingUnlessTheIdIsKnown() throws RegistryException {
        registry.away = true;
        assertThatThrownBy(() -> ids.serializer().serialize(TOPIC, bytes(OURS)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("is away");
        registry.away = false;
        ids.publish();
        registry.away = true;

        assertThat(ids.serializer().serialize(TOPIC, bytes(OURS))[4]).isGreaterThan((byte) 100);
    }

    @Test
    void anAbsentRegistryStopsReadingAnIdThatWasNotAskedFor() {
        registry.away = true;

        assertThatThrownBy(() -> ids.deserializer().deserialize(TOPIC, bytes(101)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("is away");
    }

    private static byte[] bytes(int id) {
        return new byte[] {0, 0, 0, 0, (byte) id, 7};
    }

    /** A registry that counts its ids from 101. */
    private static final class OtherRegistry implements SchemaRegistry {

        private final Map<String, Integer> subjects = new HashMap<>();
        private final Map<Integer, Schema> schemas = new HashMap<>();
        private boolean away;

        @Override
        public int register(String subject, Schema schema) throws RegistryException {
            checkThere();
            int id = subjects.computeIfAbsent(subject, name -> 101 + subjects.size());
            schemas.put(id, schema);
            return id;
        }

        @Override
        public Optional<Schema> schema(int id) throws RegistryException {
            checkThere();
            return Optional.ofNullable(schemas.get(id));
        }

        private void checkThere() throws RegistryException {
            if (away) {
                throw new RegistryException("it is away");
            }
        }
    }
}
