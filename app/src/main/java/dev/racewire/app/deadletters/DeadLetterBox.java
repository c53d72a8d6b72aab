// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.deadletters;

import dev.racewire.app.articles.KafkaTopicReading;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Article;
import dev.racewire.schemas.DeadLetterHeaders;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import dev.racewire.schemas.WireFormatException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** The records in {@code racewire-dead-letters}, and their way back to {@code racewire-articles}. */
public final class DeadLetterBox {

    private final KafkaClients clients;
    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());

    public DeadLetterBox(KafkaClients clients) {
        this.clients = clients;
    }

    /** Each record that was set aside, as it was last, with how often that happened. */
    public Map<DeadLetter, Integer> letters() throws IOException, InterruptedException, ExecutionException {
        Map<DeadLetter, Integer> letters = new LinkedHashMap<>();
        try (KafkaTopicReading reading = KafkaTopicReading.open(clients, Topics.DEAD_LETTERS)) {
            reading.toEnds(record -> {
                DeadLetter letter = DeadLetter.of(record);
                Integer times = letters.remove(letter);
                letters.put(letter, times == null ? 1 : times + 1);
            });
        }
        return letters;
    }

    /** Whether sending it again can lead to something else: bytes that are no article still are none. */
    public boolean isWorthReplaying(DeadLetter letter) {
        return !letter.stage().equals(DeadLetterHeaders.READING) || article(letter) != null;
    }

    private @Nullable Article article(DeadLetter letter) {
        try {
            return wire.decode(letter.value(), Article.class);
        } catch (WireFormatException e) {
            return null;
        }
    }

    /** Sends them through again, under their key and with their time; what was counted already changes nothing. */
    public void replay(List<DeadLetter> letters) throws InterruptedException, ExecutionException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (Producer<String, byte[]> producer = clients.producer(Map.of())) {
            for (DeadLetter letter : letters) {
                Article article = article(letter);
                Long time = article == null ? null : (Long) article.getFetched().toEpochMilli();
                sent.add(producer.send(new ProducerRecord<>(
                        Topics.ARTICLES.in(clients.topicPrefix()), null, time, letter.key(), letter.value())));
            }
            producer.flush();
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
    }
}
