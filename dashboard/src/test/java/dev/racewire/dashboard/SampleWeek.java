// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard;

import dev.racewire.schemas.Accuracy;
import dev.racewire.schemas.ActorKind;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.CountryVerdict;
import dev.racewire.schemas.Coverage;
import dev.racewire.schemas.Evidence;
import dev.racewire.schemas.Feed;
import dev.racewire.schemas.FeedHealth;
import dev.racewire.schemas.FeedState;
import dev.racewire.schemas.Outlet;
import dev.racewire.schemas.StateMedia;
import dev.racewire.schemas.Taxonomy;
import dev.racewire.schemas.TopicTitle;
import dev.racewire.schemas.TopicVerdict;
import dev.racewire.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** A made-up week of news, the same at every run but for its end, to fill the page with. */
public final class SampleWeek {

    public static final String VERSION = "5f1e0c9ab7d24c3f8a6b";

    /** Topic id, its titles, and how a story of it reads; the part in brackets is what speaks for the topic. */
    private static final String[][] TOPICS = {
        {"models", "Models", "Model", "模型", "{A} lab says its new AI [language model] outscores rivals from {B}"},
        {
            "open-models",
            "Open models",
            "Model terbuka",
            "开放模型",
            "{A} firms adopt [open-weight] AI systems first built in {B}"
        },
        {"chips", "Chips", "Cip", "芯片", "{A} speeds up [AI accelerator] plans as {B} restricts supply"},
        {
            "infrastructure",
            "Data centres and power",
            "Pusat data dan listrik",
            "数据中心与电力",
            "{A} clears a two-gigawatt [data centre] for AI, ahead of {B}"
        },
        {
            "trade",
            "Trade and export controls",
            "Perdagangan",
            "贸易与出口管制",
            "{A} widens [export controls] on AI hardware bound for {B}"
        },
        {"regulation", "Regulation", "Regulasi", "监管", "{A} regulator opens AI [safety rules] to comment, citing {B}"},
        {
            "strategy",
            "National strategy",
            "Strategi nasional",
            "国家战略",
            "{A} cabinet funds a [national AI plan] to match {B}"
        },
        {"investment", "Investment", "Investasi", "投资", "AI start-up from {A} closes [funding round] led from {B}"},
        {"talent", "Talent", "Talenta", "人才", "{A} offers visas to AI [researchers] leaving {B}"},
        {"defense", "Defence", "Pertahanan", "国防", "{A} [armed forces] test AI drones watched closely by {B}"},
        {"security", "Security", "Keamanan", "安全", "{A} accuses a {B} lab of [copying] its AI model"},
        {"research", "Research", "Riset", "研究", "{A} overtakes {B} in [AI papers], a count of journals finds"},
        {"diplomacy", "Diplomacy", "Diplomasi", "外交", "{A} and {B} agree on [talks] about military AI"},
    };

    private static final String[] COUNTRIES =
            ("US US US US US US CN CN CN CN CN EU EU GB GB JP JP KR TW TW IN IN FR DE AE SA SG ID CA IL NL AU BR RU VN MY "
                            + "KZ KE NG ZA MX ES IT SE CH TR")
                    .split(" ");

    private final Random random = new Random(7);
    private final Instant end;
    private final List<Outlet> outlets = new ArrayList<>();

    private SampleWeek(Instant end) {
        this.end = end.truncatedTo(ChronoUnit.MINUTES);
        String[] names = {
            "Morning Ledger",
            "Harbour Post",
            "Signal Daily",
            "The Meridian",
            "North Wire",
            "Policy Review",
            "Tech Courier",
            "Capital Times",
            "Evening Standard-Bearer",
            "Circuit Weekly",
            "Lab Notes",
            "State Gazette"
        };
        for (int i = 0; i < 36; i++) {
            String country = COUNTRIES[(i * 5) % COUNTRIES.length];
            String name = names[i % names.length] + (i < names.length ? "" : " " + country);
            outlets.add(new Outlet(
                    name,
                    "https://outlet" + i + ".example/",
                    "en",
                    country,
                    i % 4 == 0 ? "technology" : "general",
                    "Publisher " + i / 2,
                    i % 12 == 11 ? StateMedia.YES : StateMedia.NO));
        }
    }

    /** Fills the feeding's view; the newest story is a few minutes old at {@code end}. */
    public static void into(Feeding feeding, Instant end) {
        SampleWeek week = new SampleWeek(end);
        feeding.put(Topics.TAXONOMIES, "current", week.taxonomy());
        week.feeds(feeding);
        week.stories(feeding);
        week.coverage(feeding);
    }

    private Taxonomy taxonomy() {
        List<TopicTitle> titles = new ArrayList<>();
        for (String[] topic : TOPICS) {
            titles.add(new TopicTitle(topic[0], Map.of("en", topic[1], "id", topic[2], "zh", topic[3])));
        }
        return new Taxonomy(
                VERSION,
                Map.of("gate.yml", "terms: []"),
                titles,
                List.of("en", "id", "zh", "ar", "ja", "ko", "de", "fr", "es", "hi"),
                end.minus(Duration.ofDays(20)),
                List.of(new Accuracy("en", "*", 120, 0.86, 0.81, 0.9)));
    }

    private void feeds(Feeding feeding) {
        for (Outlet outlet : outlets) {
            String url = outlet.getSite() + "feed.xml";
            int i = outlets.indexOf(outlet);
            FeedHealth health = i == 5 ? FeedHealth.FAILING : i == 17 ? FeedHealth.THROTTLED : FeedHealth.OK;
            feeding.put(
                    Topics.FEEDS,
                    url,
                    Feed.newBuilder().setUrl(url).setOutlet(outlet).build());
            feeding.put(
                    Topics.FEED_STATES,
                    url,
                    FeedState.newBuilder()
                            .setUrl(url)
                            .setNextPoll(end.plusSeconds(300))
                            .setIntervalSeconds(900)
                            .setLastPoll(end.minusSeconds(i))
                            .setLastRead(health == FeedHealth.OK ? end.minusSeconds(i) : end.minusSeconds(90_000))
                            .setHealth(health)
                            .setReason(health == FeedHealth.FAILING ? "HTTP 503 nine times in a row" : "")
                            .setPolls(600)
                            .setArticles(40 + i)
                            .build());
        }
    }

    private void stories(Feeding feeding) {
        for (int i = 0; i < 420; i++) {
            // Denser by day than by night, and growing towards the end.
            double age = 7 * 24 * 60 * (1 - Math.sqrt(random.nextDouble()));
            Instant time = end.minusSeconds((long) (age * 60) + 120);
            String[] topic =
                    TOPICS[(int) (random.nextDouble() * random.nextDouble() * TOPICS.length * 1.3) % TOPICS.length];
            String a = pick();
            String b = pick();
            if (a.equals(b)) {
                b = a.equals(COUNTRIES[0]) ? COUNTRIES[6] : COUNTRIES[0];
            }
            int copies = i % 9 == 0 ? 1 + random.nextInt(6) : 0;
            for (int copy = 0; copy <= copies; copy++) {
                feeding.article(story(i, copy, time.plusSeconds(copy * 1300L), topic, a, b));
            }
        }
    }

    private String pick() {
        return COUNTRIES[random.nextInt(COUNTRIES.length)];
    }

    private ClassifiedArticle story(int number, int copy, Instant time, String[] topic, String a, String b) {
        String nameA = new Locale("", a).getDisplayCountry(Locale.ENGLISH);
        String nameB = new Locale("", b).getDisplayCountry(Locale.ENGLISH);
        String template = topic[4].replace("{A}", nameA).replace("{B}", nameB);
        String phrase = template.substring(template.indexOf('[') + 1, template.indexOf(']'));
        String title = template.replace("[", "").replace("]", "");
        String second = TOPICS[(number * 7 + 3) % TOPICS.length][0];
        boolean rivalry = number % 3 != 1;
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(News.inTitle(title, "AI", "gate", "", 0.5));
        evidence.add(News.inTitle(title, phrase, "topic", topic[0], 0.8));
        evidence.add(News.inTitle(title, nameA, "country", a, 0.9));
        evidence.add(News.inTitle(title, nameB, "country", b, 0.7));
        Instant at = time.isAfter(end) ? end.minusSeconds(60) : time;
        return News.article("a" + number + "-" + copy, at, a + " " + b, topic[0])
                .setStoryId("s" + number)
                .setOutlet(outlets.get((number * 11 + copy * 5) % outlets.size()))
                .setTitle(title)
                .setSummary("Officials and company spokespeople described the step as part of a longer contest; "
                        + "analysts asked how soon it would show in practice.")
                .setRivalry(rivalry)
                .setScore(rivalry ? 0.93 : 0.71)
                .setRevision(number % 40 == 0 ? 2 : 1)
                .setCountries(List.of(
                        new CountryVerdict(a, 0.95, number % 4 == 0 ? ActorKind.COMPANY : ActorKind.STATE),
                        new CountryVerdict(b, 0.8, ActorKind.NAME)))
                .setTopics(
                        number % 3 == 0 && !second.equals(topic[0])
                                ? List.of(new TopicVerdict(topic[0], 0.9), new TopicVerdict(second, 0.55))
                                : List.of(new TopicVerdict(topic[0], 0.9)))
                .setEvidence(evidence)
                .setTaxonomyVersion(VERSION)
                .build();
    }

    private void coverage(Feeding feeding) {
        Instant start = end.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(7));
        for (int hour = 0; hour < 7 * 24; hour++) {
            Instant from = start.plus(Duration.ofHours(hour));
            feeding.put(
                    Topics.COVERAGE,
                    "en|GB|PT1H|" + from,
                    new Coverage(
                            "en", "GB", "PT1H", from, from.plus(Duration.ofHours(1)), 120L, 9L, 144L, 142L, 2L, 1L));
        }
        Instant day = end.truncatedTo(ChronoUnit.DAYS);
        feeding.put(
                Topics.COUNTS,
                COUNTRIES[0] + "|chips|P1D|" + day,
                new Count(
                        COUNTRIES[0],
                        "chips",
                        "P1D",
                        day,
                        day.plus(Duration.ofDays(1)),
                        9L,
                        7L,
                        6L,
                        5L,
                        1L,
                        12L,
                        List.of(VERSION)));
    }
}
