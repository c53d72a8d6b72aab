// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.audit;

import dev.racewire.app.articles.ArticleFacts;
import dev.racewire.runtime.kafka.KafkaClients;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.DeadLetterHeaders;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.Topics;
import dev.racewire.schemas.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** What the processor has made of articles, as its Kafka topics show it: verdicts, and what was set aside. */
final class Outcomes {

    private final WireFormat wire = new WireFormat(SchemaHistory.bundled());
    private final String deadLetters;
    private final Map<String, Fate> verdicts = new HashMap<>();
    private final Set<String> setAside = new HashSet<>();

    Outcomes(KafkaClients clients) {
        this.deadLetters = Topics.DEAD_LETTERS.in(clients.topicPrefix());
    }

    void take(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(deadLetters)) {
            setAside.add(header(record, DeadLetterHeaders.ORIGIN_TOPIC) + "-"
                    + header(record, DeadLetterHeaders.ORIGIN_PARTITION) + "@"
                    + header(record, DeadLetterHeaders.ORIGIN_OFFSET));
            return;
        }
        ClassifiedArticle article = wire.decode(record.value(), ClassifiedArticle.class);
        if (article == null) {
            verdicts.remove(record.key());
        } else {
            verdicts.put(record.key(), Fate.of(ArticleFacts.of(article)));
        }
    }

    Optional<Fate> verdict(String id) {
        return Optional.ofNullable(verdicts.get(id));
    }

    boolean isSetAside(TopicPartition partition, long offset) {
        return setAside.contains(partition + "@" + offset);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
