// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.feeds;

import dev.racewire.app.cli.CommandFailure;
import dev.racewire.ingest.check.FeedCheck;
import dev.racewire.ingest.check.FeedContents;
import dev.racewire.ingest.feedlist.FeedUrl;
import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.feedlist.Outlet;
import dev.racewire.runtime.config.Durations;
import dev.racewire.schemas.StateMedia;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The columns of a feed list as options of a command. */
public final class OutletOptions {

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the outlet. Default: the feed's title")
    private @Nullable String name;

    @Option(names = "--language", paramLabel = "BCP47", description = "Default: as the feed declares, else und")
    private @Nullable String language;

    @Option(names = "--country", paramLabel = "ISO2", description = "Country of the outlet. Default: ZZ, not known")
    private @Nullable String country;

    @Option(names = "--kind", paramLabel = "WORD", description = "general, technology, policy, lab, wire, …")
    private @Nullable String kind;

    @Option(names = "--publisher", paramLabel = "NAME", description = "Owner; sister titles share it.")
    private @Nullable String publisher;

    @Option(names = "--site", paramLabel = "URL", description = "Address of the outlet's site.")
    private @Nullable String site;

    @Option(
            names = "--state-media",
            paramLabel = "WORD",
            description = "Whether a state owns or directs it: yes, public, no.")
    private @Nullable String stateMedia;

    @Option(names = "--min-interval", paramLabel = "TIME", description = "Shortest time between two polls of it.")
    private @Nullable String minInterval;

    @Option(names = "--max-interval", paramLabel = "TIME", description = "Longest time between two polls of it.")
    private @Nullable String maxInterval;

    @Option(names = "--disabled", description = "Keep it in the list and do not poll it.")
    private boolean disabled;

    /**
     * The feed with these options; what is not given stays as it was, or comes from the feed itself.
     *
     * @param check what its answer said, or null
     */
    public ListedFeed of(ListedFeed known, @Nullable FeedCheck check) {
        Outlet was = known.outlet();
        Optional<FeedContents> contents = Optional.ofNullable(check).flatMap(FeedCheck::read);
        String title = contents.map(FeedContents::title).orElse(FeedUrl.registrableHost(known.url()));
        String called = or(name, was.name(), title);
        String spoken = contents.map(FeedContents::language).orElse(Outlet.UNKNOWN_LANGUAGE);
        Outlet outlet = new Outlet(
                called,
                or(site, was.site(), ""),
                or(language, was.language().equals(Outlet.UNKNOWN_LANGUAGE) ? "" : was.language(), spoken),
                or(country, was.country(), Outlet.UNKNOWN_COUNTRY).toUpperCase(Locale.ROOT),
                or(kind, was.kind(), Outlet.DEFAULT_KIND),
                or(publisher, was.publisher(), called),
                stateMedia == null ? was.stateMedia() : stateMedia(stateMedia));
        return new ListedFeed(
                known.url(),
                outlet,
                duration(minInterval, known.minInterval()),
                duration(maxInterval, known.maxInterval()),
                !disabled,
                known.note());
    }

    private static String or(@Nullable String given, String was, String absent) {
        if (given != null) {
            return given.strip();
        }
        return was.isEmpty() ? absent : was;
    }

    private static @Nullable Duration duration(@Nullable String given, @Nullable Duration was) {
        try {
            return given == null ? was : Durations.parse(given);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badUsage(String.valueOf(e.getMessage()));
        }
    }

    private static StateMedia stateMedia(String word) {
        return Stream.of(StateMedia.values())
                .filter(value -> value.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() ->
                        CommandFailure.badUsage("--state-media is yes, public, no or unknown, not '" + word + "'"));
    }
}
