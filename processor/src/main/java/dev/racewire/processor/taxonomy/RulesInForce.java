// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.taxonomy;

import dev.racewire.processor.verdict.Judge;
import dev.racewire.processor.verdict.JudgeInForce;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Taxonomy;
import dev.racewire.schemas.WireFormat;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The judge whose taxonomy {@code racewire-taxonomies} names as current, and no other. A taxonomy that can't be used
 * leaves the one before in force; without any, nothing is judged.
 */
public final class RulesInForce implements JudgeInForce {

    /** Key of the taxonomy in force. */
    public static final String CURRENT = "current";

    private static final Logger LOG = LoggerFactory.getLogger(RulesInForce.class);

    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final Function<Taxonomy, Judge> compile;
    private final Duration patience;
    private final Consumer<Taxonomy> inForce;
    private final Object lock = new Object();
    private @Nullable Judge judge;
    private String problem = "racewire-taxonomies names none as current";
    private long heard = -1;

    /**
     * Rules of which nothing has been heard yet.
     *
     * @param compile makes a judge of a taxonomy
     * @param patience how long to wait for a promotion that others know of
     * @param inForce told of the taxonomy in force, again when its accuracy has been measured
     */
    public RulesInForce(Function<Taxonomy, Judge> compile, Duration patience, Consumer<Taxonomy> inForce) {
        this.compile = compile;
        this.patience = patience;
        this.inForce = inForce;
    }

    @Override
    public Judge now() {
        synchronized (lock) {
            if (judge == null) {
                throw new IllegalStateException("no taxonomy is in force: " + problem);
            }
            return judge;
        }
    }

    @Override
    public Judge after(long promotion) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            return awaited(promotion, end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for a taxonomy", e);
        }
    }

    private Judge awaited(long promotion, long end) throws InterruptedException {
        synchronized (lock) {
            while (heard < promotion) {
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                if (left <= 0) {
                    throw new IllegalStateException(
                            "offset " + promotion + " of racewire-taxonomies was not heard of within " + patience);
                }
                lock.wait(left);
            }
            return now();
        }
    }

    /** Hears a record of {@code racewire-taxonomies}. */
    public void hear(String key, byte @Nullable [] value, long offset) {
        Judge promoted = CURRENT.equals(key) && value != null ? promoted(value) : null;
        synchronized (lock) {
            if (promoted != null) {
                judge = promoted;
            }
            heard = Math.max(heard, offset);
            lock.notifyAll();
        }
    }

    /** The judge that a record puts in force; null when it changes nothing. */
    private @Nullable Judge promoted(byte[] value) {
        Judge before = judge();
        String earlier = before == null ? "none" : before.taxonomyVersion();
        try {
            Taxonomy taxonomy = wire.decode(value, Taxonomy.class);
            if (taxonomy == null) {
                return null;
            }
            if (taxonomy.getVersion().equals(earlier)) {
                inForce.accept(taxonomy);
                return null;
            }
            Judge next = compile.apply(taxonomy);
            if (!next.taxonomyVersion().equals(taxonomy.getVersion())) {
                throw new IllegalArgumentException(
                        "its files have version " + next.taxonomyVersion() + ", not " + taxonomy.getVersion());
            }
            LOG.info("taxonomy {} is in force, after {}", next.taxonomyVersion(), earlier);
            inForce.accept(taxonomy);
            return next;
        } catch (RuntimeException e) {
            synchronized (lock) {
                problem = "the current one can't be used: " + e.getMessage();
            }
            LOG.error("the taxonomy promoted can't be used; in force stays: {}", earlier, e);
            return null;
        }
    }

    private @Nullable Judge judge() {
        synchronized (lock) {
            return judge;
        }
    }
}
