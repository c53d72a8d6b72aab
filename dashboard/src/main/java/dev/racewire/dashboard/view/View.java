// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.view;

import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.Coverage;
import dev.racewire.schemas.Feed;
import dev.racewire.schemas.FeedState;
import dev.racewire.schemas.Gap;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Taxonomy;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * All that the dashboard knows. One thread applies records and publishes; readers take {@link #articles()} once for each
 * question.
 */
public final class View {

    private static final WireFormat WIRE = new WireFormat(SchemaHistory.bundled());
    private static final Duration DAYS_KEPT = Duration.ofDays(400);
    private static final int GAPS_KEPT = 20_000;

    private final Duration kept;
    private final ArticleStore store;
    private final CountStore counts = new CountStore();
    private final CoverageStore coverage = new CoverageStore();
    private final FeedStore feeds = new FeedStore();
    private final GapStore gaps = new GapStore(GAPS_KEPT);
    private final TaxonomyStore taxonomies = new TaxonomyStore();
    private final AtomicLong version = new AtomicLong();
    private final List<BiConsumer<Articles, List<Change>>> listeners = new ArrayList<>();
    private final List<Change> pending = new ArrayList<>();
    private volatile Articles articles;

    /**
     * An empty view.
     *
     * @param kept how far back articles and hourly counts are held
     * @param capacity most articles that are held; beyond it the oldest go
     */
    public View(Duration kept, int capacity) {
        this.kept = kept;
        this.store = new ArticleStore(capacity);
        this.articles = store.publish(Long.MIN_VALUE, Instant.EPOCH);
    }

    /** Says where reading the classified articles begins; once, before the first of them is applied. */
    public synchronized void begin(Positions start) {
        store.begin(start);
    }

    /** Takes one record of a public Kafka topic in; readers see it after {@link #publish}. */
    public void apply(String topic, ConsumerRecord<String, byte[]> record) {
        byte[] value = record.value();
        String key = record.key();
        if (topic.equals(Topics.CLASSIFIED_ARTICLES.name())) {
            var origin = new ArticleEntry.Origin(record.partition(), record.offset());
            Change change = store.apply(key, value, WIRE.decode(value, ClassifiedArticle.class), origin);
            if (change != null) {
                pending.add(change);
            }
        } else if (topic.equals(Topics.FEEDS.name())) {
            feeds.apply(key, WIRE.decode(value, Feed.class));
        } else if (topic.equals(Topics.FEED_STATES.name())) {
            feeds.apply(key, WIRE.decode(value, FeedState.class));
        } else if (topic.equals(Topics.TAXONOMIES.name())) {
            taxonomies.apply(key, WIRE.decode(value, Taxonomy.class));
        } else if (value != null) {
            applyWindow(topic, value);
        }
    }

    private void applyWindow(String topic, byte[] value) {
        if (topic.equals(Topics.COUNTS.name())) {
            counts.apply(required(WIRE.decode(value, Count.class)));
        } else if (topic.equals(Topics.COVERAGE.name())) {
            coverage.apply(required(WIRE.decode(value, Coverage.class)));
        } else if (topic.equals(Topics.GAPS.name())) {
            gaps.apply(required(WIRE.decode(value, Gap.class)));
        }
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    /** Shows readers everything that was applied, forgets what is too old, and tells the listeners. */
    public synchronized void publish(Instant now) {
        long oldest = now.minus(kept).toEpochMilli();
        articles = store.publish(oldest, now);
        counts.forget("PT1H", oldest);
        counts.forget("P1D", now.minus(DAYS_KEPT).toEpochMilli());
        coverage.forget("PT1H", oldest);
        coverage.forget("P1D", now.minus(DAYS_KEPT).toEpochMilli());
        version.incrementAndGet();
        List<Change> changes = List.copyOf(pending);
        pending.clear();
        listeners.forEach(listener -> listener.accept(articles, changes));
    }

    /** Registers one that is told of every change right after readers can see it. */
    public synchronized void follow(BiConsumer<Articles, List<Change>> listener) {
        listeners.add(listener);
    }

    /** Runs the action on the present state while no change can come between. */
    public synchronized void whileStill(Consumer<Articles> action) {
        action.accept(articles);
    }

    /** The articles as of the last {@link #publish}. */
    public Articles articles() {
        return articles;
    }

    public CountStore counts() {
        return counts;
    }

    public CoverageStore coverage() {
        return coverage;
    }

    public FeedStore feeds() {
        return feeds;
    }

    public GapStore gaps() {
        return gaps;
    }

    public TaxonomyStore taxonomies() {
        return taxonomies;
    }

    /** Differs whenever anything in the view differs, within one process. */
    public long version() {
        return version.get();
    }
}
