// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import dev.racewire.dashboard.query.Cells;
import dev.racewire.dashboard.query.Filter;
import dev.racewire.dashboard.query.Page;
import dev.racewire.dashboard.query.Span;
import dev.racewire.dashboard.query.StoryList;
import dev.racewire.dashboard.view.ArticleEntry;
import dev.racewire.dashboard.view.Articles;
import dev.racewire.dashboard.view.TaxonomyStore;
import dev.racewire.dashboard.view.View;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every cell as a feed: {@code /feeds/US/chips.atom}, {@code .json}; {@code all} is any country or topic. */
public final class CellFeeds {

    /** Where the feeds are. */
    public static final String ROOT = "/feeds/";

    private static final Pattern PATH = Pattern.compile("/feeds/([^/]{1,20})/([^/]{1,60})\\.(atom|json)");
    private static final String ANY = "all";
    private static final String ID = "tag:racewire.dev,2026:";
    private static final Duration BACK = Duration.ofDays(30);
    private static final int MOST = 50;

    private final View view;
    private final Vocabulary vocabulary;
    private final Optional<String> sample;
    private final InstantSource clock;

    public CellFeeds(View view, Optional<String> sample, InstantSource clock) {
        this.view = view;
        this.vocabulary = new Vocabulary(view);
        this.sample = sample;
        this.clock = clock;
    }

    /**
     * The feed at that path.
     *
     * @param base how the reader calls this page: scheme, host and port
     * @throws Problem when there is no such cell
     */
    public Body answer(String path, URI base) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            throw new Problem(
                    Problem.Kind.NOT_FOUND, "a cell's feed is at /feeds/COUNTRY/TOPIC.atom or .json, all for any");
        }
        String country = matcher.group(1).equals(ANY) ? Cells.ALL : vocabulary.country(matcher.group(1));
        String topic = matcher.group(2).equals(ANY) ? Cells.ALL : vocabulary.topic(matcher.group(2));
        CellFeed feed = feed(country, topic, base.resolve(path), base);
        return matcher.group(3).equals("atom")
                ? Body.of("application/atom+xml; charset=utf-8", AtomFeed.of(feed))
                : Body.of("application/feed+json", JsonFeed.of(feed));
    }

    private CellFeed feed(String country, String topic, URI self, URI base) {
        Instant end = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        Articles articles = view.articles();
        List<CellFeed.Entry> entries = StoryList.of(
                        articles,
                        new Span(end.minus(BACK), end),
                        Filter.NONE.cell(country, topic),
                        new Page(null, MOST))
                .items()
                .stream()
                .map(this::entry)
                .toList();
        Instant updated = entries.stream()
                .map(CellFeed.Entry::updated)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        String title = sample.map(label -> label + " · ").orElse("") + "Racewire: " + countryName(country) + ", "
                + topicTitle(topic);
        URI page = base.resolve("/?country=" + (country.equals(Cells.ALL) ? "" : country) + "&topic="
                + (topic.equals(Cells.ALL) ? "" : topic));
        return new CellFeed(ID + "cell/" + self.getPath(), title, self, page, updated, sample, entries);
    }

    private CellFeed.Entry entry(StoryList.Story story) {
        ArticleJson lead = ArticleJson.of(story.lead());
        List<String> tags = new ArrayList<>();
        lead.countries().forEach(verdict -> tags.add(countryName(verdict.country())));
        lead.topics().forEach(verdict -> tags.add(topicTitle(verdict.topic())));
        Instant latest = Instant.ofEpochMilli(story.articles().stream()
                .mapToLong(ArticleEntry::time)
                .max()
                .orElse(story.lead().time()));
        int others = Math.max(0, story.articles().size() - 1);
        String text = lead.summary() + (others == 0 ? "" : " (also in " + others + " other articles)");
        return new CellFeed.Entry(
                ID + "story/" + lead.storyId(),
                lead.title().isEmpty() ? "(withdrawn)" : lead.title(),
                lead.link(),
                lead.language(),
                lead.outlet().name(),
                lead.eventTime(),
                latest,
                text,
                tags);
    }

    private static String countryName(String code) {
        return code.equals(Cells.ALL) ? "all countries" : new Locale("", code).getDisplayCountry(Locale.ENGLISH);
    }

    private String topicTitle(String id) {
        if (id.equals(Cells.ALL)) {
            return "all topics";
        }
        return view.taxonomies().current().stream()
                .flatMap(version -> version.topics().stream())
                .filter(topic -> topic.id().equals(id))
                .map(TaxonomyStore.Topic::titles)
                .map(titles -> titles.getOrDefault("en", id))
                .findFirst()
                .orElse(id);
    }
}
