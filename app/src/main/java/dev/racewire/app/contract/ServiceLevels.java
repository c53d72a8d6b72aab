// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.contract;

import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a reader of a Kafka topic may count on.
 *
 * @param freshness seconds from the fetching of an article, or from the change itself, to the record, in ordinary running
 * @param completeness what is in it, for people
 */
record ServiceLevels(int freshness, String completeness) {

    private static final String RETENTION = "retention.ms";

    private static final Map<KafkaTopic, ServiceLevels> OF_TOPIC = Map.of(
            Topics.FEEDS, new ServiceLevels(1, "every feed that is to be polled"),
            Topics.FEED_STATES, new ServiceLevels(5, "every feed that was polled, as of its last poll"),
            Topics.ARTICLES,
                    new ServiceLevels(
                            5,
                            "every item of every answer that was read to its end, once; what may be missing is in "
                                    + Topics.GAPS.name()),
            Topics.CLASSIFIED_ARTICLES,
                    new ServiceLevels(
                            10, "every article that is or was in scope, exactly once, with its latest verdict"),
            Topics.COUNTS,
                    new ServiceLevels(
                            10,
                            "every cell that has or had an article; equals a recount of "
                                    + Topics.CLASSIFIED_ARTICLES.name() + ", which 'racewire audit' makes"),
            Topics.COVERAGE, new ServiceLevels(10, "every article that was read, in scope or not, once"),
            Topics.GAPS, new ServiceLevels(5, "every span in which items may have been missed"),
            Topics.TAXONOMIES, new ServiceLevels(1, "every taxonomy that was ever published"),
            Topics.DEAD_LETTERS, new ServiceLevels(10, "every record that could not be understood, with its bytes"),
            Topics.CANARIES, new ServiceLevels(60, "a heartbeat a minute for each partition"));

    static ServiceLevels of(KafkaTopic topic) {
        ServiceLevels levels = OF_TOPIC.get(topic);
        if (levels == null) {
            throw new IllegalStateException("the service levels of " + topic.name() + " are not told");
        }
        return levels;
    }

    /** For how many days a record is kept; empty where the newest of each key stays for good. */
    static Optional<Long> retentionDays(KafkaTopic topic) {
        return Optional.ofNullable(topic.settings().get(RETENTION))
                .map(Long::parseLong)
                .map(millis -> Duration.ofMillis(millis).toDays());
    }
}
