// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.schemas;

import dev.racewire.schemas.Count;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A count written and read by our wire format, beside Avro's own single-object encoding of the same record. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class WireFormatBenchmark {

    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final Count count = Count.newBuilder()
            .setCountry("ID")
            .setTopic("chips")
            .setWindow("PT1H")
            .setWindowStart(Instant.EPOCH)
            .setWindowEnd(Instant.EPOCH.plusSeconds(3600))
            .setArticles(12)
            .setStories(7)
            .setPublishers(6)
            .setRivalries(3)
            .setStateMediaArticles(1)
            .setRevision(41)
            .setTaxonomyVersions(List.of("3f2a"))
            .build();
    private final byte[] wired = wire.encode(count);
    private final ByteBuffer single = singleObject();

    @Benchmark
    public byte[] write() {
        return wire.encode(count);
    }

    @Benchmark
    public Object read() {
        return Objects.requireNonNull(wire.decode(wired, Count.class));
    }

    @Benchmark
    public ByteBuffer avroWrites() throws IOException {
        return count.toByteBuffer();
    }

    @Benchmark
    public Count avroReads() throws IOException {
        return Count.fromByteBuffer(single.duplicate());
    }

    private ByteBuffer singleObject() {
        try {
            return count.toByteBuffer();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
