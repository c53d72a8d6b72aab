// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** The likeliest encoding of bytes that declare none, from a sample around those that are not ASCII. */
final class CharsetGuess {
    private static final int SAMPLE = 8_000;
    private static final int AROUND = 24;
    /** Fewer strange bytes than this prove nothing. */
    private static final int EVIDENCE = 8;

    private static final int CONFIDENCE = 20;

    private CharsetGuess() {}

    static Charset of(byte[] body, int length) {
        ByteArrayOutputStream sample = new ByteArrayOutputStream(SAMPLE);
        int strange = sample(body, length, sample);
        if (strange < EVIDENCE) {
            return CharsetNames.WINDOWS_1252;
        }
        CharsetMatch match = new CharsetDetector().setText(sample.toByteArray()).detect();
        Charset charset = match == null || match.getConfidence() < CONFIDENCE ? null : supported(match.getName());
        return charset == null ? CharsetNames.WINDOWS_1252 : charset;
    }

    private static @Nullable Charset supported(String name) {
        return name.startsWith("UTF-") ? null : CharsetNames.meant(name);
    }

    private static int sample(byte[] body, int length, ByteArrayOutputStream sample) {
        int strange = 0;
        int copied = 0;
        for (int i = 0; i < length && sample.size() < SAMPLE; i++) {
            if (body[i] < 0) {
                strange++;
                int from = Math.max(copied, i - AROUND);
                int to = Math.min(length, i + AROUND);
                if (to > from) {
                    sample.write(body, from, to - from);
                    copied = to;
                }
            }
        }
        return strange;
    }
}
