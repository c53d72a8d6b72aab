// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.fetch;

import dev.racewire.ingest.state.Fingerprint;
import java.util.HexFormat;

/** The unpacked bytes of an answer. Nobody changes them. */
public final class Body {

    private final byte[] bytes;

    Body(byte[] bytes) {
        this.bytes = bytes;
    }

    public byte[] bytes() {
        return bytes;
    }

    String sha256() {
        return HexFormat.of().formatHex(Fingerprint.sha256(bytes));
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
