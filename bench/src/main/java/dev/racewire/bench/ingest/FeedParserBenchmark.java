// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.ingest;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.racewire.ingest.parse.FeedParser;
import dev.racewire.simulator.format.Channel;
import dev.racewire.simulator.format.FeedFormat;
import dev.racewire.simulator.news.Item;
import dev.racewire.simulator.news.SeededNews;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Our parser with all that it does, beside plain Rome and a bare scan of the tags by the JDK's StAX, which reads no
 * text, date or link. One operation is all feeds; {@code feeds} and {@code bytes} count them. The feeds are made by the
 * simulator, or, with {@code -Dracewire.bench.feeds=DIRECTORY}, those of a directory that all three can read.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FeedParserBenchmark {

    private static final int GENERATED = 60;
    private static final int ITEMS = 30;
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

    private final FeedParser parser = new FeedParser(InstantSource.system());
    private final XMLInputFactory scanners = XMLInputFactory.newFactory();
    private List<byte[]> feeds = List.of();

    /** What went through. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Through {
        public long feeds;
        public long bytes;

        void add(byte[] feed) {
            feeds++;
            bytes += feed.length;
        }
    }

    @Setup
    public void collect() throws IOException {
        scanners.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        scanners.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        String directory = System.getProperty("racewire.bench.feeds", "");
        List<byte[]> all = directory.isEmpty() ? generated() : captured(Path.of(directory));
        feeds = all.stream().filter(this::everybodyReads).toList();
        System.out.printf(
                "%d of %d feeds, %,d bytes%n",
                feeds.size(),
                all.size(),
                feeds.stream().mapToLong(feed -> feed.length).sum());
    }

    private static List<byte[]> generated() throws IOException {
        List<byte[]> feeds = new ArrayList<>();
        for (int i = 0; i < GENERATED; i++) {
            String site = "https://paper" + i + ".example";
            SeededNews news = new SeededNews(5, site, NOW, Duration.ofHours(1), ITEMS);
            List<Item> items = IntStream.range(0, ITEMS).mapToObj(news::item).toList();
            FeedFormat format = i % 2 == 0 ? FeedFormat.RSS : FeedFormat.ATOM;
            feeds.add(format.document(new Channel(site + "/feed", site, "Paper " + i, "en", NOW), items));
        }
        return feeds;
    }

    private static List<byte[]> captured(Path directory) throws IOException {
        List<byte[]> feeds = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                feeds.add(Files.readAllBytes(file));
            }
        }
        return feeds;
    }

    private boolean everybodyReads(byte[] feed) {
        try {
            parseWithRome(feed);
            scan(feed);
            return true;
        } catch (FeedException | IOException | XMLStreamException | RuntimeException e) {
            return false;
        }
    }

    @Benchmark
    public void racewire(Through through, Blackhole sink) {
        for (byte[] feed : feeds) {
            sink.consume(parser.parse(feed, null, null));
            through.add(feed);
        }
    }

    @Benchmark
    public void rome(Through through, Blackhole sink) throws FeedException, IOException {
        for (byte[] feed : feeds) {
            sink.consume(parseWithRome(feed));
            through.add(feed);
        }
    }

    @Benchmark
    public void tagScan(Through through, Blackhole sink) throws XMLStreamException {
        for (byte[] feed : feeds) {
            sink.consume(scan(feed));
            through.add(feed);
        }
    }

    private static Object parseWithRome(byte[] feed) throws FeedException, IOException {
        return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(feed)));
    }

    private int scan(byte[] feed) throws XMLStreamException {
        XMLStreamReader reader = scanners.createXMLStreamReader(new ByteArrayInputStream(feed));
        int events = 0;
        while (reader.hasNext()) {
            reader.next();
            events++;
        }
        reader.close();
        return events;
    }
}
