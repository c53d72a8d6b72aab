// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor;

import dev.racewire.processor.classify.Classification;
import dev.racewire.processor.classify.Classifier;
import dev.racewire.processor.classify.CountryVerdict;
import dev.racewire.processor.classify.Taxonomy;
import dev.racewire.processor.classify.TopicVerdict;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.Outlet;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.StateMedia;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Shows sightings of invented articles, with edits, copies in other feeds, repeats, late ones and poison, and knows by
 * its own ledger what every cell must be.
 */
final class Newswire implements AutoCloseable {

    private static final List<String[]> TEXTS = List.of(
            new String[] {"en", "China bans Nvidia AI chips in state data centres as export controls bite"},
            new String[] {"en", "United States widens export controls on AI chips to China"},
            new String[] {"en", "Japan and South Korea sign pact on artificial intelligence research"},
            new String[] {"en", "European Union fines US lab under its artificial intelligence law"},
            new String[] {"id", "Amerika Serikat memperketat ekspor chip kecerdasan buatan ke China"},
            new String[] {"zh", "中国禁止国有数据中心使用美国人工智能芯片"},
            new String[] {"en", "Rain delays the cup final in the north for a second day"},
            new String[] {"en", "Bakers of the valley argue about the price of bread"},
            new String[] {"id", "Hujan menunda pertandingan final di utara"},
            new String[] {"fr", "La pluie retarde la finale de la coupe dans le nord"});

    private static final String[] FEEDS = {"a", "b", "c"};
    private static final int ARTICLES = 1_500;

    private final Random random;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final Classifier classifier = new Classifier(Taxonomy.bundled());
    private final Producer<String, byte[]> producer;
    private final String topic;
    private final Map<Integer, Entry> ledger = new HashMap<>();
    private final List<String> poison = new ArrayList<>();
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();
    private int tick;

    Newswire(KafkaClients clients, long seed) {
        random = new Random(seed);
        producer = clients.producer(Map.of());
        topic = Topics.ARTICLES.in(clients.topicPrefix());
    }

    /** Shows so many sightings; each is in the ledger once Kafka has it. */
    void show(int sightings) throws Exception {
        for (int i = 0; i < sightings; i++) {
            tick++;
            if (random.nextInt(100) == 0) {
                showPoison();
            } else {
                sighting(random.nextInt(ARTICLES), FEEDS[random.nextInt(FEEDS.length)]);
            }
        }
        producer.flush();
        for (Future<RecordMetadata> acknowledgement : sent) {
            acknowledgement.get();
        }
        sent.clear();
    }

    private void showPoison() throws Exception {
        byte[] bytes = ("poison " + tick).getBytes(StandardCharsets.UTF_8);
        RecordMetadata at =
                producer.send(new ProducerRecord<>(topic, "p" + tick, bytes)).get();
        poison.add(at.partition() + "@" + at.offset() + " " + new String(bytes, StandardCharsets.UTF_8));
    }

    private void sighting(int number, String feed) {
        Entry entry = ledger.get(number);
        boolean repeat = random.nextInt(4) == 0 && entry != null;
        int text = repeat ? entry.text : random.nextInt(TEXTS.size());
        Instant fetched = now.plusMillis(repeat && random.nextBoolean() ? entry.lastTick : tick);
        if (entry == null) {
            entry = new Entry(feed, published(number), tick, text);
            ledger.put(number, entry);
        } else if (entry.owner.equals(feed) && fetched.isAfter(now.plusMillis(entry.lastTick))) {
            entry.text = text;
            entry.lastTick = tick;
        }
        Article article = article(number, feed, text, fetched, entry.published);
        sent.add(producer.send(
                new ProducerRecord<>(topic, null, fetched.toEpochMilli(), article.getId(), wire.encode(article))));
    }

    private Instant published(int number) {
        return number % 50 == 7
                ? now.minus(31, ChronoUnit.DAYS)
                : now.minus(random.nextInt(4 * 24 * 60), ChronoUnit.MINUTES);
    }

    private static Article article(int number, String feed, int text, Instant fetched, Instant published) {
        String title = TEXTS.get(text)[1] + " " + number;
        return Article.newBuilder()
                .setId(String.format("%032x", number))
                .setFeedUrl("https://" + feed + ".example/feed")
                .setOutlet(new Outlet(feed, "", "und", "GB", "general", publisher(feed), stateMedia(feed)))
                .setTitle(title)
                .setLanguage(TEXTS.get(text)[0])
                .setFetched(fetched)
                .setPublished(published)
                .setContentHash(Integer.toHexString(title.hashCode()))
                .build();
    }

    private static String publisher(String feed) {
        return feed.equals("b") ? "House of A" : "House of " + feed.toUpperCase(Locale.ROOT);
    }

    private static StateMedia stateMedia(String feed) {
        return feed.equals("c") ? StateMedia.YES : StateMedia.NO;
    }

    /** Each cell with articles, as "articles publishers rivalries stateMedia", from nothing but the ledger. */
    Map<String, String> cells() {
        return cells(classifier);
    }

    /** The same by that classifier. */
    Map<String, String> cells(Classifier classifier) {
        Map<String, List<Entry>> members = new TreeMap<>();
        Map<Entry, Classification> verdicts = new HashMap<>();
        ledger.forEach((number, entry) -> {
            Classification verdict =
                    classifier.classify(TEXTS.get(entry.text)[1] + " " + number, "", TEXTS.get(entry.text)[0]);
            if (verdict.inScope() && entry.published.isAfter(now.minus(30, ChronoUnit.DAYS))) {
                verdicts.put(entry, verdict);
                cells(verdict, entry.published)
                        .forEach(cell -> members.computeIfAbsent(cell, key -> new ArrayList<>())
                                .add(entry));
            }
        });
        Map<String, String> cells = new TreeMap<>();
        members.forEach((cell, entries) -> {
            Set<String> publishers = new HashSet<>();
            entries.forEach(entry -> publishers.add(publisher(entry.owner)));
            cells.put(
                    cell,
                    entries.size()
                            + " " + publishers.size()
                            + " "
                            + entries.stream()
                                    .filter(e -> verdicts.get(e).rivalry())
                                    .count()
                            + " "
                            + entries.stream().filter(e -> e.owner.equals("c")).count());
        });
        return cells;
    }

    private static Set<String> cells(Classification verdict, Instant time) {
        Set<String> cells = new HashSet<>();
        List<String> countries = new ArrayList<>(List.of("*"));
        verdict.countries().stream().map(CountryVerdict::country).forEach(countries::add);
        List<String> topics = new ArrayList<>(List.of("*"));
        verdict.topics().stream().map(TopicVerdict::topic).forEach(topics::add);
        for (String country : countries) {
            for (String topic : topics) {
                cells.add(country + "|" + topic + "|PT1H|" + time.truncatedTo(ChronoUnit.HOURS));
                cells.add(country + "|" + topic + "|P1D|"
                        + time.atZone(ZoneOffset.UTC)
                                .toLocalDate()
                                .atStartOfDay()
                                .toInstant(ZoneOffset.UTC));
            }
        }
        return cells;
    }

    /** What must be among the dead letters: "partition@offset bytes". */
    List<String> poison() {
        return poison;
    }

    @Override
    public void close() {
        producer.close();
    }

    /** An article: its owner, its date, and what the owner showed last. */
    private static final class Entry {

        private final String owner;
        private final Instant published;
        private int lastTick;
        private int text;

        Entry(String owner, Instant published, int tick, int text) {
            this.owner = owner;
            this.published = published;
            this.lastTick = tick;
            this.text = text;
        }
    }
}
