// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.publish;

import dev.racewire.ingest.article.Sighting;
import dev.racewire.ingest.feedlist.FeedRecords;
import dev.racewire.ingest.gap.Gap;
import dev.racewire.ingest.state.FeedState;
import dev.racewire.ingest.state.FeedStateRecords;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** The result of a poll as records for Kafka. Their timestamps are the time of fetching, never a feed's date. */
public final class PollRecords {

    /** What a Kafka topic of ours takes, less room for key and headers. */
    private static final int LARGEST = 1024 * 1024 - 16 * 1024;

    private final String prefix;
    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());

    public PollRecords(String topicPrefix) {
        this.prefix = topicPrefix;
    }

    /** The records; empty when one of them is larger than Kafka takes. */
    public Optional<List<ProducerRecord<String, byte[]>>> of(PollResult result, int partition, Instant time) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        List<Header> trace = List.of(PollTrace.header(result.state()));
        result.sightings().forEach(sighting -> records.add(article(sighting, trace)));
        result.gap().ifPresent(gap -> records.add(gap(gap, time, trace)));
        records.add(state(result.state(), partition, time, trace));
        boolean fit = records.stream().allMatch(record -> record.value().length <= LARGEST);
        return fit ? Optional.of(records) : Optional.empty();
    }

    @SuppressWarnings("NullAway") // Avro's builders take null where the schema does
    private ProducerRecord<String, byte[]> article(Sighting sighting, List<Header> trace) {
        Article article = Article.newBuilder()
                .setId(sighting.id())
                .setFeedUrl(sighting.feedUrl())
                .setOutlet(FeedRecords.toRecord(sighting.outlet()))
                .setLink(sighting.link())
                .setGuid(sighting.guid())
                .setTitle(sighting.title())
                .setSummary(sighting.summary())
                .setContent(sighting.content())
                .setLanguage(sighting.language())
                .setPublished(sighting.published())
                .setUpdated(sighting.updated())
                .setFetched(sighting.fetched())
                .setBackfill(sighting.backfill())
                .setContentHash(sighting.contentHash())
                .build();
        return new ProducerRecord<>(
                Topics.ARTICLES.in(prefix),
                null,
                sighting.fetched().toEpochMilli(),
                sighting.id(),
                wire.encode(article),
                trace);
    }

    private ProducerRecord<String, byte[]> gap(Gap gap, Instant time, List<Header> trace) {
        dev.racewire.schemas.Gap value = dev.racewire.schemas.Gap.newBuilder()
                .setFeedUrl(gap.feedUrl())
                .setFrom(gap.from())
                .setTo(gap.to())
                .setReason(gap.reason())
                .setDetail(gap.detail())
                .build();
        return new ProducerRecord<>(
                Topics.GAPS.in(prefix), null, time.toEpochMilli(), gap.feedUrl(), wire.encode(value), trace);
    }

    private ProducerRecord<String, byte[]> state(FeedState state, int partition, Instant time, List<Header> trace) {
        return new ProducerRecord<>(
                Topics.FEED_STATES.in(prefix),
                partition,
                time.toEpochMilli(),
                state.url(),
                wire.encode(FeedStateRecords.toRecord(state)),
                trace);
    }
}
