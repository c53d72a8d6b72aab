// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.view;

import dev.racewire.schemas.ActorKind;
import dev.racewire.schemas.ArticleState;
import dev.racewire.schemas.ClassifiedArticle;
import dev.racewire.schemas.CountryVerdict;
import dev.racewire.schemas.SchemaHistory;
import dev.racewire.schemas.StateMedia;
import dev.racewire.schemas.WireFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An article as the view holds it: what questions ask for as small numbers, the whole record as the bytes that came.
 * Never changes; an edit makes a new entry.
 */
public final class ArticleEntry {

    private static final WireFormat WIRE = new WireFormat(SchemaHistory.bundled());

    private final byte[] bytes;
    private final String id;
    private final String storyId;
    private final String text;
    private final int story;
    private final int partition;
    private final long offset;
    private final long time;
    private final int revision;
    private final int language;
    private final int outletCountry;
    private final int outlet;
    private final int publisher;
    private final int feed;
    private final int[] topics;
    private final int[] countries;
    private final List<Set<ActorKind>> actors;
    private final boolean counted;
    private final boolean rivalry;
    private final boolean stateMedia;

    /** Where a record stands in its Kafka topic. */
    public record Origin(int partition, long offset) {}

    ArticleEntry(byte[] bytes, ClassifiedArticle record, Origin origin, int story, Dictionaries names) {
        this.bytes = bytes;
        this.id = record.getId();
        this.storyId = record.getStoryId();
        this.text = FoldedText.of(record.getTitle() + "\n" + record.getSummary());
        this.story = story;
        this.partition = origin.partition();
        this.offset = origin.offset();
        this.time = record.getEventTime().toEpochMilli();
        this.revision = record.getRevision();
        this.language = names.languages().number(record.getLanguage());
        this.outletCountry = names.countries().number(record.getOutlet().getCountry());
        this.outlet = names.outlets().number(record.getOutlet().getName());
        this.publisher = names.publishers().number(record.getOutlet().getPublisher());
        this.feed = names.feeds().number(record.getFeedUrl());
        this.topics = record.getTopics().stream()
                .mapToInt(verdict -> names.topics().number(verdict.getTopic()))
                .distinct()
                .toArray();
        this.countries = record.getCountries().stream()
                .mapToInt(verdict -> names.countries().number(verdict.getCountry()))
                .distinct()
                .toArray();
        this.actors = IntStream.of(countries)
                .mapToObj(number -> actors(record, names.countries().name(number)))
                .toList();
        this.counted = record.getCounted() && record.getState() == ArticleState.IN_SCOPE;
        this.rivalry = record.getRivalry();
        this.stateMedia = record.getOutlet().getStateMedia() == StateMedia.YES;
    }

    private static Set<ActorKind> actors(ClassifiedArticle record, String country) {
        return record.getCountries().stream()
                .filter(verdict -> verdict.getCountry().equals(country))
                .map(CountryVerdict::getBy)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The whole record, read anew from its bytes. */
    public ClassifiedArticle record() {
        return Objects.requireNonNull(WIRE.decode(bytes, ClassifiedArticle.class));
    }

    public String id() {
        return id;
    }

    public String storyId() {
        return storyId;
    }

    /** Title and summary as {@link FoldedText}. */
    public String text() {
        return text;
    }

    /** A number for the story that no other story of this process ever had. */
    public int story() {
        return story;
    }

    public int partition() {
        return partition;
    }

    public long offset() {
        return offset;
    }

    /** Event time in milliseconds. */
    public long time() {
        return time;
    }

    public int revision() {
        return revision;
    }

    public int language() {
        return language;
    }

    public int outletCountry() {
        return outletCountry;
    }

    public int outlet() {
        return outlet;
    }

    public int publisher() {
        return publisher;
    }

    /** The feed that it is told by. */
    public int feed() {
        return feed;
    }

    public int topicCount() {
        return topics.length;
    }

    public int topic(int index) {
        return topics[index];
    }

    public boolean hasTopic(int topic) {
        for (int own : topics) {
            if (own == topic) {
                return true;
            }
        }
        return false;
    }

    public int countryCount() {
        return countries.length;
    }

    public int country(int index) {
        return countries[index];
    }

    /** Whether the country at that index is in the story by that kind of actor. */
    public boolean countryBy(int index, ActorKind kind) {
        return actors.get(index).contains(kind);
    }

    /** Whether it is in scope and in cells. */
    public boolean counted() {
        return counted;
    }

    public boolean rivalry() {
        return rivalry;
    }

    /** Whether a state owns or directs its outlet. */
    public boolean stateMedia() {
        return stateMedia;
    }
}
