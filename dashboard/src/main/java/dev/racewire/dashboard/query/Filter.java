// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import dev.racewire.dashboard.view.ArticleEntry;
import dev.racewire.dashboard.view.Articles;
import dev.racewire.dashboard.view.Dictionaries;
import dev.racewire.dashboard.view.FeedEntry;
import dev.racewire.dashboard.view.Names;
import dev.racewire.dashboard.view.Trait;
import dev.racewire.schemas.ActorKind;
import dev.racewire.schemas.StateMedia;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Which articles a question is about. Every part that is given must hold.
 *
 * @param country a country that the article is about
 * @param outletCountry the country of the outlet
 * @param by by whom {@code country}, or else any country, is in the story
 * @param withoutStateMedia leaves out outlets that a state owns or directs
 * @param rivalry only articles that set countries against each other
 * @param text words that all stand in title or summary
 * @param feeds only articles that these feeds tell of
 */
public record Filter(
        Optional<String> country,
        Optional<String> topic,
        Optional<String> language,
        Optional<String> outletCountry,
        Optional<String> outlet,
        Optional<ActorKind> by,
        boolean withoutStateMedia,
        boolean rivalry,
        Optional<String> text,
        Optional<Set<String>> feeds) {

    /** Everything. */
    public static final Filter NONE = new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            Optional.empty());

    /** The same filter for one cell: {@code *} is any country or topic. */
    public Filter cell(String country, String topic) {
        return new Filter(
                any(country), any(topic), language, outletCountry, outlet, by, withoutStateMedia, rivalry, text, feeds);
    }

    /** The same filter for articles of these feeds. */
    public Filter of(Set<String> these) {
        return new Filter(
                country,
                topic,
                language,
                outletCountry,
                outlet,
                by,
                withoutStateMedia,
                rivalry,
                text,
                Optional.of(Set.copyOf(these)));
    }

    /** Whether the articles that pass can come from that feed. A feed's texts may be in other languages than it says. */
    public boolean mayComeFrom(FeedEntry.Listing feed) {
        return language.filter(name -> !primary(name).equals(primary(feed.language())))
                        .isEmpty()
                && outletCountry.filter(name -> !name.equals(feed.country())).isEmpty()
                && outlet.filter(name -> !name.equals(feed.outlet())).isEmpty()
                && feeds.filter(urls -> !urls.contains(feed.url())).isEmpty()
                && !(withoutStateMedia && feed.stateMedia().equals(StateMedia.YES.name()));
    }

    private static String primary(String tag) {
        return tag.split("-", 2)[0];
    }

    /** The filter as a test of the entries of that snapshot. */
    public Predicate<ArticleEntry> on(Articles articles) {
        Dictionaries names = articles.names();
        List<Predicate<ArticleEntry>> parts = new ArrayList<>();
        if (withoutStateMedia) {
            parts.add(entry -> !entry.stateMedia());
        }
        if (rivalry) {
            parts.add(ArticleEntry::rivalry);
        }
        language.ifPresent(name -> parts.add(is(names.languages(), name, ArticleEntry::language)));
        outletCountry.ifPresent(name -> parts.add(is(names.countries(), name, ArticleEntry::outletCountry)));
        outlet.ifPresent(name -> parts.add(is(names.outlets(), name, ArticleEntry::outlet)));
        topic.ifPresent(name -> parts.add(hasTopic(names.topics(), name)));
        if (country.isPresent() || by.isPresent()) {
            parts.add(hasCountry(names.countries()));
        }
        feeds.ifPresent(urls -> {
            BitSet numbers = new BitSet();
            urls.forEach(url -> names.feeds().find(url).ifPresent(numbers::set));
            parts.add(entry -> numbers.get(entry.feed()));
        });
        text.ifPresent(words -> parts.add(new TextMatch(words)));
        return entry -> {
            for (Predicate<ArticleEntry> part : parts) {
                if (!part.test(entry)) {
                    return false;
                }
            }
            return true;
        };
    }

    /** What the articles that pass have in common, as far as an index knows it. */
    Set<Trait> traits(Articles articles) {
        Dictionaries names = articles.names();
        Set<Trait> traits = new HashSet<>();
        country.ifPresent(name -> traits.add(trait(Trait.Kind.COUNTRY, names.countries(), name)));
        topic.ifPresent(name -> traits.add(trait(Trait.Kind.TOPIC, names.topics(), name)));
        language.ifPresent(name -> traits.add(trait(Trait.Kind.LANGUAGE, names.languages(), name)));
        outletCountry.ifPresent(name -> traits.add(trait(Trait.Kind.OUTLET_COUNTRY, names.countries(), name)));
        text.ifPresent(words -> traits.addAll(new TextMatch(words).traits()));
        return traits;
    }

    private static Trait trait(Trait.Kind kind, Names names, String name) {
        return new Trait(kind, names.find(name).orElse(-1));
    }

    private static Predicate<ArticleEntry> is(Names names, String name, ToIntFunction<ArticleEntry> field) {
        Wanted wanted = new Wanted(names, name);
        return entry -> field.applyAsInt(entry) == wanted.number();
    }

    private static Predicate<ArticleEntry> hasTopic(Names names, String name) {
        Wanted wanted = new Wanted(names, name);
        return entry -> entry.hasTopic(wanted.number());
    }

    private Predicate<ArticleEntry> hasCountry(Names names) {
        Optional<Wanted> wanted = country.map(name -> new Wanted(names, name));
        return entry -> {
            for (int i = 0; i < entry.countryCount(); i++) {
                if ((wanted.isEmpty() || entry.country(i) == wanted.get().number()) && inBy(entry, i)) {
                    return true;
                }
            }
            return false;
        };
    }

    /** A name that is asked for; it may get its number only after the question was put, since streams stay open. */
    private static final class Wanted {
        private final Names names;
        private final String name;
        private int number = -1;

        Wanted(Names names, String name) {
            this.names = names;
            this.name = name;
        }

        int number() {
            if (number < 0) {
                number = names.find(name).orElse(-1);
            }
            return number;
        }
    }

    /** Whether the country at that index is in the story by whom the filter asks for. */
    boolean inBy(ArticleEntry entry, int index) {
        return by.isEmpty() || entry.countryBy(index, by.get());
    }

    private static Optional<String> any(String name) {
        return name.equals(Cells.ALL) ? Optional.empty() : Optional.of(name);
    }
}
