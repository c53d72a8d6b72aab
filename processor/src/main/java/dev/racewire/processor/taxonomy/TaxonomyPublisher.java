// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.taxonomy;

import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Accuracy;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the taxonomy that this build carries under its version and, where none is in force yet, as the current one.
 * A newer build never changes what is in force by itself: promoting is somebody's decision.
 */
public final class TaxonomyPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(TaxonomyPublisher.class);

    private final TaxonomyShelf shelf;
    private final InstantSource clock;
    private final Function<Taxonomy, List<Accuracy>> measure;

    /**
     * A publisher.
     *
     * @param measure accuracy of a taxonomy that is published for the first time
     */
    public TaxonomyPublisher(KafkaClients clients, InstantSource clock, Function<Taxonomy, List<Accuracy>> measure) {
        this.shelf = new TaxonomyShelf(clients);
        this.clock = clock;
        this.measure = measure;
    }

    /** Publishes what is missing, as quickly as that goes, for nothing can be judged before: accuracy comes later; two instances that start together publish the same twice, which changes nothing. */
    public void publishBundled(Taxonomy bundled) throws InterruptedException, ExecutionException {
        Map<String, dev.racewire.schemas.Taxonomy> published = shelf.read();
        dev.racewire.schemas.Taxonomy known = published.get(bundled.version());
        if (known == null) {
            known = TaxonomyShelf.record(bundled, clock.instant(), List.of());
            shelf.publish(known);
        }
        dev.racewire.schemas.Taxonomy inForce = published.get(RulesInForce.CURRENT);
        if (inForce == null) {
            shelf.promote(known, clock.instant());
            LOG.info("taxonomy {} is in force: the first one here", bundled.version());
        } else if (!inForce.getVersion().equals(bundled.version())) {
            LOG.info(
                    "taxonomy {} stays in force; this build brings {}: racewire taxonomy promote {} puts it in force",
                    inForce.getVersion(),
                    bundled.version(),
                    bundled.version());
        }
    }

    /** Measures the accuracy of the bundled taxonomy where nobody has, and adds it to what is published. */
    public void addAccuracy(Taxonomy bundled) throws InterruptedException, ExecutionException {
        dev.racewire.schemas.Taxonomy known = shelf.read().get(bundled.version());
        if (known == null || !known.getAccuracy().isEmpty()) {
            return;
        }
        List<Accuracy> accuracy = measure.apply(bundled);
        if (accuracy.isEmpty()) {
            return;
        }
        shelf.publish(with(accuracy, known));
        dev.racewire.schemas.Taxonomy inForce = shelf.read().get(RulesInForce.CURRENT);
        if (inForce != null && inForce.getVersion().equals(bundled.version())) {
            shelf.promote(with(accuracy, inForce), inForce.getInForceSince());
        }
    }

    private static dev.racewire.schemas.Taxonomy with(List<Accuracy> accuracy, dev.racewire.schemas.Taxonomy taxonomy) {
        return dev.racewire.schemas.Taxonomy.newBuilder(taxonomy)
                .setAccuracy(accuracy)
                .build();
    }
}
