// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.taxonomy;

import dev.racewire.processor.verdict.Judge;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Taxonomy;
import dev.racewire.schemas.WireFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The judge whose taxonomy is in force: the bundled one until {@code racewire-taxonomies} names another as current. A
 * taxonomy that can't be used leaves the one before in force.
 */
public final class RulesInForce implements Supplier<Judge> {

    /** Key of the taxonomy in force. */
    public static final String CURRENT = "current";

    private static final Logger LOG = LoggerFactory.getLogger(RulesInForce.class);

    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final Function<Map<String, String>, Judge> compile;
    private volatile Judge judge;

    /**
     * @param bundled judge by the taxonomy that this build carries
     * @param compile makes a judge of a taxonomy's files
     */
    public RulesInForce(Judge bundled, Function<Map<String, String>, Judge> compile) {
        this.judge = bundled;
        this.compile = compile;
    }

    @Override
    public Judge get() {
        return judge;
    }

    /** Hears a record of {@code racewire-taxonomies}. */
    public void hear(String key, byte @Nullable [] value) {
        if (!CURRENT.equals(key) || value == null) {
            return;
        }
        try {
            Taxonomy taxonomy = wire.decode(value, Taxonomy.class);
            if (taxonomy != null && !taxonomy.getVersion().equals(judge.taxonomyVersion())) {
                promote(taxonomy);
            }
        } catch (RuntimeException e) {
            LOG.error("taxonomy {} stays in force; the one promoted can't be used", judge.taxonomyVersion(), e);
        }
    }

    private void promote(Taxonomy taxonomy) {
        Judge next = compile.apply(taxonomy.getFiles());
        if (!next.taxonomyVersion().equals(taxonomy.getVersion())) {
            throw new IllegalArgumentException(
                    "its files have version " + next.taxonomyVersion() + ", not " + taxonomy.getVersion());
        }
        LOG.info("taxonomy {} is in force, after {}", next.taxonomyVersion(), judge.taxonomyVersion());
        judge = next;
    }
}
