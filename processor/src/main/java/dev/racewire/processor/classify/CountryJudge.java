// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides which countries an article is about: named in its title, early in its text, or again and again. */
final class CountryJudge {

    private static final double TITLE = 3;
    private static final double EARLY = 2;
    private static final double LATE = 0.8;
    private static final double REPEATED = 0.4;
    private static final double BY_NAME = 0.9;
    private static final double NEEDED = 1.5;
    /** Units of a summary that count as its beginning. */
    private static final int BEGINNING = 280;
    /** A list of three or more names with so little between them gives examples. */
    private static final int LIST_GAP = 6;

    private static final int LIST_LENGTH = 3;

    private CountryJudge() {}

    /** Countries of the article, the main one first. */
    static List<CountryFinding> judge(Matches matches) {
        List<Hit> hits = usable(matches);
        List<CountryFinding> found =
                findings(hits.stream().filter(h -> h.term().kind() != Kind.HOME).toList(), matches);
        boolean otherState = found.stream().anyMatch(f -> f.by() != ActorKind.COMPANY);
        if (!otherState) {
            found = findings(withHome(hits, found), matches);
        }
        found.sort(Comparator.comparingDouble(CountryFinding::points).reversed());
        return found;
    }

    /** Leaves the national bodies of one country: of one that is in the story, else of the likeliest. */
    private static List<Hit> withHome(List<Hit> hits, List<CountryFinding> found) {
        String home = "";
        double best = 0;
        for (Hit hit : hits) {
            boolean known =
                    found.stream().anyMatch(f -> f.code().equals(hit.term().label()));
            double weight = hit.term().weight() + (known ? 1 : 0);
            if (hit.term().kind() == Kind.HOME && weight > best) {
                best = weight;
                home = hit.term().label();
            }
        }
        String only = home;
        return hits.stream()
                .filter(h -> h.term().kind() != Kind.HOME || h.term().label().equals(only))
                .toList();
    }

    private static List<CountryFinding> findings(List<Hit> hits, Matches matches) {
        Map<String, List<Hit>> byCode = new LinkedHashMap<>();
        for (Hit hit : hits) {
            byCode.computeIfAbsent(hit.term().label(), c -> new ArrayList<>()).add(hit);
        }
        boolean untitled = matches.title().length() == 0;
        List<CountryFinding> found = new ArrayList<>();
        byCode.forEach((code, words) -> {
            boolean doubtful = words.stream().allMatch(h -> h.term().weak() || doubtful(h, matches));
            double points = points(words, untitled);
            if (!doubtful && points >= NEEDED) {
                boolean inTitle = words.stream().anyMatch(Hit::title);
                found.add(new CountryFinding(code, points, by(words), inTitle, words));
            }
        });
        return found;
    }

    /** An acronym in a headline that is all capitals may be any word. */
    private static boolean doubtful(Hit hit, Matches matches) {
        return hit.term().acronym() && matches.text(hit).allCapitals();
    }

    private static double points(List<Hit> words, boolean untitled) {
        Map<String, Double> best = new LinkedHashMap<>();
        double points = 0;
        for (Hit hit : words) {
            double place = hit.title() ? TITLE : hit.start() < BEGINNING ? (untitled ? TITLE : EARLY) : LATE;
            double worth = place
                    * (hit.term().kind() == Kind.NAME ? BY_NAME : 1)
                    * hit.term().weight();
            Double before = best.get(hit.term().text());
            if (before == null) {
                best.put(hit.term().text(), worth);
                points += worth;
            } else {
                points += REPEATED * Math.min(before, worth);
            }
        }
        return points;
    }

    private static ActorKind by(List<Hit> words) {
        ActorKind strongest = ActorKind.NAME;
        for (Hit hit : words) {
            ActorKind kind = switch (hit.term().kind()) {
                case STATE, HOME -> ActorKind.STATE;
                case COMPANY -> ActorKind.COMPANY;
                default -> ActorKind.NAME;
            };
            if (kind.compareTo(strongest) < 0) {
                strongest = kind;
            }
        }
        return strongest;
    }

    private static List<Hit> usable(Matches matches) {
        List<Hit> hits = new ArrayList<>();
        int datelineEnd = Dateline.end(matches.summary());
        for (Hit hit : matches.hits()) {
            boolean dateline = hit.field() == TextField.SUMMARY && hit.end() <= datelineEnd;
            if (hit.term().kind().country() && !dateline) {
                hits.add(hit);
            }
        }
        removeLists(hits);
        return hits;
    }

    private static void removeLists(List<Hit> hits) {
        int from = 0;
        while (from < hits.size()) {
            int to = from + 1;
            while (to < hits.size() && listed(hits.get(to - 1), hits.get(to))) {
                to++;
            }
            if (to - from >= LIST_LENGTH) {
                hits.subList(from, to).clear();
            } else {
                from = to;
            }
        }
    }

    private static boolean listed(Hit first, Hit second) {
        int gap = second.start() - first.end();
        return !first.title()
                && !second.title()
                && first.term().kind() == Kind.NAME
                && second.term().kind() == Kind.NAME
                && !first.term().label().equals(second.term().label())
                && gap > 0
                && gap <= LIST_GAP;
    }
}
