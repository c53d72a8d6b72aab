// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.publish;

import dev.racewire.runtime.kafka.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes sightings, gaps and feed states in one transaction, with the offsets of the feed list's partitions. The offsets
 * say nothing new; sent with the group's metadata they make the group's coordinator refuse the transaction of an
 * instance that no longer belongs to the group, and tell the next owner that one is under way (KIP-447).
 *
 * <p>The transactional id is the same after a restart, so that starting aborts what a killed predecessor left open.
 */
public final class FeedTransaction implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedTransaction.class);
    private static final int COMMIT_ATTEMPTS = 3;

    private final Producer<String, byte[]> producer;

    public FeedTransaction(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** A producer for transactions under that id. */
    public static Producer<String, byte[]> producer(KafkaClients clients, String transactionalId) {
        return clients.producer(Map.of(
                "transactional.id", transactionalId,
                "transaction.timeout.ms", "10000",
                "delivery.timeout.ms", "9000",
                "request.timeout.ms", "5000",
                "max.block.ms", "15000",
                "linger.ms", "5",
                // A transaction begun before the last one's markers are written is told to wait; the default is 100 ms.
                "retry.backoff.ms", "5",
                "retry.backoff.max.ms", "200"));
    }

    /**
     * Takes over from whoever used this transactional id before.
     *
     * @throws KafkaException when the broker does not answer in time; it may be called again
     */
    public void begin() {
        producer.initTransactions();
    }

    /** Commits these records, all or none. */
    public Commit commit(
            List<ProducerRecord<String, byte[]>> records,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            ConsumerGroupMetadata group) {
        try {
            producer.beginTransaction();
            List<Future<RecordMetadata>> sent =
                    records.stream().map(producer::send).toList();
            producer.sendOffsetsToTransaction(offsets, group);
            producer.flush();
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            return aborted(e.getCause() instanceof Exception cause ? cause : e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Commit.UNKNOWN;
        } catch (KafkaException | IllegalStateException e) {
            return aborted(e);
        }
        return committed();
    }

    /** A commit that timed out may have happened: asking again is safe, giving up is not. */
    private Commit committed() {
        for (int attempt = 1; attempt <= COMMIT_ATTEMPTS; attempt++) {
            try {
                producer.commitTransaction();
                return Commit.DONE;
            } catch (TimeoutException e) {
                LOG.warn("the broker does not answer a commit (attempt {}): {}", attempt, e.getMessage());
            } catch (KafkaException | IllegalStateException e) {
                return aborted(e);
            }
        }
        return Commit.UNKNOWN;
    }

    private Commit aborted(Exception cause) {
        try {
            producer.abortTransaction();
        } catch (KafkaException | IllegalStateException e) {
            LOG.warn("a transaction could not be ended: {} (after: {})", e.toString(), cause.toString());
            return Commit.UNKNOWN;
        }
        if (isBadRecord(cause)) {
            return Commit.BAD_RECORD;
        }
        LOG.info("a transaction was refused and leaves nothing behind: {}", cause.toString());
        return Commit.REFUSED;
    }

    private static boolean isBadRecord(Exception cause) {
        return cause instanceof RecordTooLargeException
                || cause instanceof InvalidRecordException
                || cause.getCause() instanceof RecordTooLargeException
                || cause.getCause() instanceof InvalidRecordException;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
