// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.topology;

/**
 * Names of all steps, state stores and repartitions. A store's changelog and a repartition's Kafka topic are called
 * {@code <application id>-<name>-changelog} and {@code -repartition}; renaming one loses what it holds.
 */
public final class Names {

    public static final String CLASSIFY = "classify";
    public static final String CLUSTER = "cluster";
    public static final String COUNT = "count";
    public static final String PRE_ADD_COVERAGE = "pre-add-coverage";
    public static final String COUNT_POLLS = "count-polls";
    public static final String ADD_COVERAGE = "add-coverage";

    public static final String HEARTBEAT_FROM_CLASSIFY = "heartbeat-from-classify";
    public static final String HEARTBEAT_THROUGH_CLUSTER = "heartbeat-through-cluster";
    public static final String HEARTBEAT_THROUGH_COUNT = "heartbeat-through-count";

    /** Article id to the last verdict on it. */
    public static final String VERDICTS = "verdicts";

    /** Article id to the article as it was last sent on. */
    public static final String SENT_ARTICLES = "sent-articles";

    /** Article id to the article as a member of a story. */
    public static final String MEMBERS = "members";

    /** Band of a title to the ids of the articles in it. */
    public static final String BANDS = "bands";

    /** Story to the number of its members. */
    public static final String STORY_SIZES = "story-sizes";

    /** Cell to its numbers. */
    public static final String CELLS = "cells";

    /** Cell and story, or cell and publisher, to the number of articles. */
    public static final String REFERENCES = "references";

    /** Differences of coverage that were not passed on yet. */
    public static final String PENDING_COVERAGE = "pending-coverage";

    /** Feed to the last report on its polls. */
    public static final String POLL_REPORTS = "poll-reports";

    /** Coverage by language, outlet country and window. */
    public static final String COVERAGE = "coverage";

    /** All listed feeds. */
    public static final String FEEDS = "feeds";

    /** All taxonomies. */
    public static final String TAXONOMIES = "taxonomies";

    /** Rulings by the article's first language. */
    public static final String RULINGS_BY_LANGUAGE = "rulings-by-language";

    /** Changes of cells by row. */
    public static final String CHANGES_BY_ROW = "changes-by-row";

    /** Reports on the polls of all feeds. */
    public static final String ALL_POLL_REPORTS = "all-poll-reports";

    /** Differences of coverage by language and outlet country. */
    public static final String COVERAGE_BY_OUTLETS = "coverage-by-outlets";

    /** Heartbeats on their way, by the partition that they watch. */
    public static final String HEARTBEATS_TO_CLUSTER = "heartbeats-to-cluster";

    /** The same, one step on. */
    public static final String HEARTBEATS_TO_COUNT = "heartbeats-to-count";

    private Names() {}
}
