// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.verdict;

import dev.racewire.processor.state.FieldReader;
import dev.racewire.processor.state.FieldWriter;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.WireFormat;
import java.util.Objects;

/** How rulings stand in the Kafka topic between the first and the second step. */
final class RulingFormat {

    private static final WireFormat WIRE = new WireFormat(SchemaHistory.bundled());

    private static final int VERDICT = 1;
    private static final int JOINED = 2;
    private static final int WITHDRAWN = 3;

    private RulingFormat() {}

    static void write(Ruling ruling, FieldWriter out) {
        if (ruling instanceof Ruling.Verdict verdict) {
            out.octet(VERDICT);
            out.text(verdict.firstLanguage());
            out.bytes(WIRE.encode(verdict.article()));
        } else if (ruling instanceof Ruling.Joined joined) {
            out.octet(JOINED);
            out.text(joined.firstLanguage());
            out.text(joined.feedUrl());
        } else if (ruling instanceof Ruling.Withdrawn withdrawn) {
            out.octet(WITHDRAWN);
            out.text(withdrawn.firstLanguage());
            out.number(withdrawn.revision());
        }
    }

    static Ruling read(FieldReader in, int version) {
        int kind = in.octet();
        String firstLanguage = in.text();
        return switch (kind) {
            case VERDICT -> new Ruling.Verdict(firstLanguage, article(in.bytes()));
            case JOINED -> new Ruling.Joined(firstLanguage, in.text());
            case WITHDRAWN -> new Ruling.Withdrawn(firstLanguage, in.integer());
            default -> throw new IllegalArgumentException("no ruling is of kind " + kind);
        };
    }

    private static ClassifiedArticle article(byte[] bytes) {
        return Objects.requireNonNull(WIRE.decode(bytes, ClassifiedArticle.class));
    }
}
