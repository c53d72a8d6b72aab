// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BodyReaderTest {

    private static final byte[] TEXT = "<rss>".repeat(2_000).getBytes(StandardCharsets.UTF_8);

    private static BodyReader.Result read(@Nullable String encoding, byte[] body) throws IOException {
        return new BodyReader(5_000_000).read(new ByteArrayEntity(body, ContentType.APPLICATION_XML, encoding));
    }

    private static byte[] unpacked(@Nullable String encoding, byte[] body) throws IOException {
        BodyReader.Result result = read(encoding, body);
        assertThat(result.cut()).isNull();
        return result.body().bytes();
    }

    @Test
    void unpacksWhatServersSend() throws IOException {
        assertThat(unpacked("gzip", gzip(TEXT))).isEqualTo(TEXT);
        assertThat(unpacked("X-GZIP", gzip(TEXT))).isEqualTo(TEXT);
        assertThat(unpacked("deflate", deflate(TEXT, false))).isEqualTo(TEXT);
        assertThat(unpacked("deflate", deflate(TEXT, true))).isEqualTo(TEXT);
        assertThat(unpacked("gzip, gzip", gzip(gzip(TEXT)))).isEqualTo(TEXT);
        assertThat(unpacked("identity", TEXT)).isEqualTo(TEXT);
        assertThat(unpacked(null, TEXT)).isEqualTo(TEXT);
        byte[] hello = HexFormat.of().parseHex("0b028068656c6c6f03");
        assertThat(unpacked("br", hello)).asString(StandardCharsets.UTF_8).isEqualTo("hello");
    }

    @Test
    void believesTheBytesRatherThanTheHeader() throws IOException {
        assertThat(unpacked(null, gzip(TEXT))).isEqualTo(TEXT);
        assertThat(unpacked("gzip", TEXT)).isEqualTo(TEXT);
    }

    @Test
    void refusesWhatItCannotUnpack() {
        for (String encoding : new String[] {"zstd", "gzip, gzip, gzip", "x\ry"}) {
            assertThatThrownBy(() -> read(encoding, TEXT)).isInstanceOf(BodyReader.EncodingException.class);
        }
    }

    @Test
    void refusesABomb() throws IOException {
        byte[] bomb = gzip(new byte[4_000_000]);
        assertThatThrownBy(() -> read("gzip", bomb)).isInstanceOf(BodyReader.EncodingException.class);
    }

    @Test
    void givesWhatCameBeforeTheBreak() throws IOException {
        byte[] packed = gzip(TEXT);
        BodyReader.Result result = read("gzip", Arrays.copyOf(packed, packed.length - 10));
        assertThat(result.cut()).startsWith("the answer broke off");
        assertThat(result.body().bytes()).isNotEmpty();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] plain, boolean bare) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, bare);
        try (DeflaterOutputStream packing = new DeflaterOutputStream(out, deflater)) {
            packing.write(plain);
        }
        deflater.end();
        return out.toByteArray();
    }
}
