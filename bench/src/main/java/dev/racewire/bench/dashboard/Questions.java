// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.dashboard;

import java.util.List;
import java.util.Random;

/**
 * What readers ask: 60 % tables, 20 % lines, 15 % stories and articles, 5 % text. Windows: half a week, a fifth a day, a
 * fifth a month, the rest a span somewhere in the month. A fifth has a filter of language, media or actor.
 */
public final class Questions {

    /** A question and the kind it is reported as. */
    record Question(String kind, String path) {}

    private static final List<String> WINDOWS = List.of("7d", "7d", "7d", "7d", "7d", "24h", "24h", "30d", "30d");
    private static final List<String> FILTERS =
            List.of("&language=zh", "&language=id", "&stateMedia=false", "&by=state", "&rivalry=true");

    private final Random random;

    /** Questions made up from a seed. */
    public Questions(long seed) {
        this.random = new Random(seed);
    }

    Question next() {
        int kind = random.nextInt(100);
        String span = span() + (random.nextInt(5) == 0 ? FILTERS.get(random.nextInt(FILTERS.size())) : "");
        if (kind < 60) {
            return new Question("matrix", "matrix?" + span);
        }
        if (kind < 80) {
            return new Question("series", "series?cells=AD:models,AE:models,AF:models,AG:*&" + span);
        }
        if (kind < 95) {
            String list = random.nextBoolean() ? "stories" : "articles";
            String topic = MadeUpMonth.TOPICS.get(random.nextInt(MadeUpMonth.TOPICS.size()));
            return new Question(list, list + "?limit=20&topic=" + topic + "&" + span);
        }
        String word = MadeUpMonth.WORDS.get(random.nextInt(MadeUpMonth.WORDS.size()));
        return new Question("text", "stories?limit=20&q=" + word + "%20" + random.nextInt(9_999) + "&" + span);
    }

    private String span() {
        if (random.nextInt(10) > 0) {
            return "window=" + WINDOWS.get(random.nextInt(WINDOWS.size()));
        }
        long now = System.currentTimeMillis() / 60_000 * 60;
        long to = now - random.nextInt(20 * 86_400);
        return "from=" + java.time.Instant.ofEpochSecond(to - 3_600L * (1 + random.nextInt(200))) + "&to="
                + java.time.Instant.ofEpochSecond(to);
    }
}
