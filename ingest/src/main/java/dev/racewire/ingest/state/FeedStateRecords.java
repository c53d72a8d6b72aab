// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.state;

import java.time.Duration;

/** Feed states as records of {@code racewire-feed-states} and back. */
public final class FeedStateRecords {

    private FeedStateRecords() {}

    /** The record of a state. */
    @SuppressWarnings("NullAway") // Avro's builders take null where the schema does
    public static dev.racewire.schemas.FeedState toRecord(FeedState state) {
        dev.racewire.schemas.FeedState.Builder record = dev.racewire.schemas.FeedState.newBuilder()
                .setUrl(state.url())
                .setEffectiveUrl(state.redirect().believed())
                .setRedirectCandidate(state.redirect().candidate())
                .setRedirectSightings(state.redirect().sightings())
                .setEtag(state.validators().etag())
                .setLastModified(state.validators().lastModified())
                .setBodyHash(state.validators().bodyHash())
                .setPlainFetch(state.plainFetch())
                .setFailures(state.condition().failures())
                .setHealth(state.condition().health())
                .setReason(state.condition().reason())
                .setProvable(state.memory().provable())
                .setNewest(state.memory().newest().toBytes())
                .setSeen(state.memory().seen().toBytes())
                .setPolls(state.polls())
                .setArticles(state.articles());
        return withRhythm(record, state.rhythm()).build();
    }

    @SuppressWarnings("NullAway") // Avro's builders take null where the schema does
    private static dev.racewire.schemas.FeedState.Builder withRhythm(
            dev.racewire.schemas.FeedState.Builder record, Rhythm rhythm) {
        return record.setLastPoll(rhythm.lastPoll())
                .setLastRead(rhythm.lastRead())
                .setLastComplete(rhythm.lastComplete())
                .setNextPoll(rhythm.nextPoll())
                .setIntervalSeconds(seconds(rhythm.interval()))
                .setFloorSeconds(seconds(rhythm.floor()))
                .setSkipHours(rhythm.skipHours())
                .setSkipDays(rhythm.skipDays());
    }

    private static int seconds(Duration duration) {
        return (int) Math.min(Integer.MAX_VALUE, duration.toSeconds());
    }

    /** The state in a record. */
    public static FeedState fromRecord(dev.racewire.schemas.FeedState record) {
        return new FeedState(
                record.getUrl(),
                new Redirect(record.getEffectiveUrl(), record.getRedirectCandidate(), record.getRedirectSightings()),
                new Validators(record.getEtag(), record.getLastModified(), record.getBodyHash()),
                new Rhythm(
                        record.getLastPoll(),
                        record.getLastRead(),
                        record.getLastComplete(),
                        record.getNextPoll(),
                        Duration.ofSeconds(record.getIntervalSeconds()),
                        Duration.ofSeconds(record.getFloorSeconds()),
                        record.getSkipHours(),
                        record.getSkipDays()),
                new Condition(record.getHealth(), record.getReason(), record.getFailures()),
                new Memory(
                        Fingerprints.fromBytes(record.getNewest()),
                        Fingerprints.fromBytes(record.getSeen()),
                        record.getProvable()),
                record.getPlainFetch(),
                record.getPolls(),
                record.getArticles());
    }
}
