// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.jspecify.annotations.Nullable;

/**
 * The Confluent wire format: byte 0, a four-byte big-endian schema id, the Avro body. Safe for use by many threads.
 *
 * @see <a href="https://docs.confluent.io/platform/current/schema-registry/fundamentals/serdes-develop/index.html">Wire
 *     format</a>
 */
public final class WireFormat {

    private static final byte MAGIC = 0;
    private static final int HEADER = 5;

    /** With its buffer, which is emptied after each record. */
    private static final ThreadLocal<@Nullable BinaryEncoder> ENCODER = new ThreadLocal<>();

    // Avro makes objects only of classes that are trusted by name: ours are, beside those trusted already.
    static {
        String records = WireFormat.class.getPackageName();
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> type.getPackageName().equals(records)));
    }

    private final SchemaHistory history;
    private final Map<Class<?>, RecordWriter> writers = new ConcurrentHashMap<>();
    private final Map<Route, SpecificDatumReader<?>> readers = new ConcurrentHashMap<>();

    public WireFormat(SchemaHistory history) {
        this.history = history;
    }

    /** The bytes of a record, under the id of its schema. */
    public byte[] encode(SpecificRecord record) {
        RecordWriter writer = writers.computeIfAbsent(record.getClass(), type -> writerOf(record));
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        out.write(MAGIC);
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(writer.id() >>> shift);
        }
        try {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, ENCODER.get());
            ENCODER.set(encoder);
            writer.fields().write(record, encoder);
            encoder.flush();
        } catch (IOException | RuntimeException e) {
            throw new WireFormatException("cannot write a " + record.getSchema().getName() + ": " + e.getMessage(), e);
        }
        return out.toByteArray();
    }

    /**
     * The record in the bytes, read as {@code type} whatever version wrote it; null for null, Kafka's deletion mark.
     *
     * @throws WireFormatException when the bytes are no such record
     */
    public <T extends SpecificRecord> @Nullable T decode(byte @Nullable [] bytes, Class<T> type) {
        if (bytes == null) {
            return null;
        }
        return type.cast(read(bytes, readers.computeIfAbsent(new Route(idIn(bytes), type), this::reader)));
    }

    /**
     * The record in the bytes as the schema that wrote it describes it.
     *
     * @throws WireFormatException when the bytes are no record
     */
    public GenericRecord decodeAny(byte[] bytes) {
        return read(bytes, new GenericDatumReader<>(schema(idIn(bytes))));
    }

    private SpecificDatumReader<?> reader(Route route) {
        SpecificData model = SpecificData.getForClass(route.type());
        return new SpecificDatumReader<>(schema(route.writer()), model.getSchema(route.type()), model);
    }

    private RecordWriter writerOf(SpecificRecord record) {
        Schema schema = record.getSchema();
        return new RecordWriter(
                idOf(schema), new SpecificDatumWriter<>(schema, SpecificData.getForClass(record.getClass())));
    }

    private static int idIn(byte[] bytes) {
        if (bytes.length < HEADER || bytes[0] != MAGIC) {
            throw new WireFormatException("not in the wire format: it starts with no schema id");
        }
        return ByteBuffer.wrap(bytes, 1, 4).getInt();
    }

    private Schema schema(int id) {
        return history.byId(id)
                .orElseThrow(() -> new WireFormatException("unknown schema id " + (id & Integer.MAX_VALUE)))
                .schema();
    }

    private static <T> T read(byte[] bytes, DatumReader<T> reader) {
        try {
            BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null);
            T record = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new WireFormatException("bytes are left behind the record");
            }
            return record;
        } catch (WireFormatException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new WireFormatException("the body does not fit its schema: " + e, e);
        }
    }

    private int idOf(Schema schema) {
        return history.of(schema)
                .orElseThrow(() -> new WireFormatException("the schema of " + schema.getName()
                        + " is not in schemas/history: publish it there under a new id"))
                .id();
    }

    /** How the records of one class are written: under that schema id, field by field. */
    private record RecordWriter(int id, SpecificDatumWriter<SpecificRecord> fields) {}

    /** From the schema that wrote a record to the class that it is read as. */
    private record Route(int writer, Class<?> type) {}
}
