// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.ingest;

import dev.racewire.app.cli.ExitCode;
import dev.racewire.app.cli.RacewireCommand;
import dev.racewire.bench.Part;
import dev.racewire.ingest.feedlist.FeedUrl;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.FeedHealth;
import dev.racewire.schemas.FeedState;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code racewire bench ingest-states}: how much memory the states of many feeds take, and how long their restoring. */
@Command(name = "ingest-states", description = "Heap and restore time of one instance that owns many feeds.")
public final class StatesBench extends RacewireCommand {

    @Option(names = "--feeds", paramLabel = "NUMBER", description = "Default: ${DEFAULT-VALUE}")
    private int feeds = 100_000;

    @Option(
            names = "--seen",
            paramLabel = "NUMBER",
            description = "Sightings that each remembers. Default: ${DEFAULT-VALUE}")
    private int seen = 200;

    @Override
    public Integer call() throws Exception {
        out().println(Conditions.line());
        World world = new World(feeds, 0);
        try (Stage stage = new Stage()) {
            stage.publish(world);
            write(stage.clients(), world);
            List<String> arguments = List.of(
                    stage.clients().bootstrapServers(),
                    String.valueOf(feeds),
                    stage.directory().resolve("ingest").toString());
            Part probe = stage.part(StatesProbe.class, "ingest", List.of("-Xmx1g", "-XX:+UseG1GC"), arguments);
            out().printf("%,d feeds that remember %d sightings each: %s%n", feeds, seen, probe.line());
            out().flush();
        }
        return ExitCode.DONE;
    }

    private void write(KafkaClients clients, World world) throws Exception {
        WireFormat wire = new WireFormat(SchemaHistory.bundled());
        SplittableRandom random = new SplittableRandom(1);
        Instant now = Instant.now();
        try (Producer<String, byte[]> producer = clients.producer(Map.of("linger.ms", "20"))) {
            Future<RecordMetadata> last = null;
            for (int i = 0; i < feeds; i++) {
                String url = world.url(i);
                last = producer.send(new ProducerRecord<>(
                        Topics.FEED_STATES.in(""),
                        FeedUrl.partition(url, Topics.FEED_STATES.partitions()),
                        url,
                        wire.encode(state(url, now, random))));
            }
            producer.flush();
            if (last != null) {
                last.get();
            }
        }
    }

    private FeedState state(String url, Instant now, SplittableRandom random) {
        List<ByteBuffer> known = new ArrayList<>(seen);
        for (int i = 0; i < seen; i++) {
            byte[] fingerprint = new byte[16];
            random.nextBytes(fingerprint);
            known.add(ByteBuffer.wrap(fingerprint));
        }
        return FeedState.newBuilder()
                .setUrl(url)
                .setEtag("\"version-1\"")
                .setBodyHash("0".repeat(64))
                .setLastPoll(now)
                .setLastRead(now)
                .setLastComplete(now)
                .setNextPoll(now.plus(Duration.ofDays(1)))
                .setIntervalSeconds(1_200)
                .setHealth(FeedHealth.OK)
                .setNewest(known.subList(0, Math.min(12, seen)))
                .setSeen(known)
                .setPolls(100)
                .setArticles(1_000)
                .build();
    }
}
