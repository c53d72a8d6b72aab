// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands in state stores comes back as it was, or not at all. */
class StateFormatTest {

    private static final StateFormat<Everything> FORMAT =
            new StateFormat<>("everything", 2, Everything::write, Everything::read);

    @Property(tries = 200)
    void bringsBackWhatWasWritten(
            @ForAll long number,
            @ForAll int integer,
            @ForAll String text,
            @ForAll boolean flag,
            @ForAll List<String> texts) {
        Everything value = new Everything(
                number,
                integer,
                text,
                flag,
                texts,
                flag ? null : text,
                Instant.ofEpochMilli(integer),
                Map.of(text, number));

        assertThat(FORMAT.decode(FORMAT.encode(value))).isEqualTo(value);
    }

    @Property(tries = 200)
    void refusesWhatIsNoValue(@ForAll byte[] bytes) {
        byte[] whole = FORMAT.encode(new Everything(1, 2, "x", true, List.of("y"), null, Instant.EPOCH, Map.of()));
        byte[] longer = new byte[whole.length + 1 + bytes.length];
        System.arraycopy(whole, 0, longer, 0, whole.length);
        System.arraycopy(bytes, 0, longer, whole.length + 1, bytes.length);

        assertThatThrownBy(() -> FORMAT.decode(longer)).isInstanceOf(SerializationException.class);
    }

    @Test
    void refusesAVersionThatIsNewer() {
        assertThatThrownBy(() -> FORMAT.decode(new byte[] {3, 0}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("newer");
        assertThatThrownBy(() -> FORMAT.decode(new byte[0])).isInstanceOf(SerializationException.class);
    }

    /** One field of each kind. */
    private record Everything(
            long number,
            int integer,
            String text,
            boolean flag,
            List<String> texts,
            @Nullable String optional,
            Instant instant,
            Map<String, Long> tally) {

        static void write(Everything value, FieldWriter out) {
            out.number(value.number);
            out.number(value.integer);
            out.text(value.text);
            out.flag(value.flag);
            out.each(value.texts, FieldWriter::text);
            out.optional(value.optional, FieldWriter::text);
            out.instant(value.instant);
            out.tally(value.tally);
        }

        static Everything read(FieldReader in, int version) {
            return new Everything(
                    in.number(),
                    in.integer(),
                    in.text(),
                    in.flag(),
                    in.each(FieldReader::text),
                    in.optional(FieldReader::text),
                    in.instant(),
                    in.tally());
        }
    }
}
