// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.demo;

import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A record that no program of ours writes, put among the articles to show that it harms nothing. */
final class BrokenRecord {

    private static final byte[] NO_ARTICLE = "this is no article".getBytes(StandardCharsets.UTF_8);

    private BrokenRecord() {}

    static void send(KafkaClients clients) throws InterruptedException, ExecutionException {
        try (Producer<String, byte[]> producer = clients.producer(Map.of())) {
            producer.send(new ProducerRecord<>(Topics.ARTICLES.in(clients.topicPrefix()), "broken", NO_ARTICLE))
                    .get();
        }
    }
}
