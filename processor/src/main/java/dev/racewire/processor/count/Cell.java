// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.count;

import dev.racewire.processor.cluster.Contribution;
import dev.racewire.processor.state.StateFormat;
import dev.racewire.schemas.Count;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The numbers of a cell. It only ever goes up by a contribution that was not in it and down by one that was, so no
 * number can fall below zero; if one would, something was counted twice or lost, and nothing may hide that.
 *
 * @param revision number of this value, from 1; 0: nothing was ever in it
 * @param articles articles
 * @param stories distinct stories
 * @param publishers distinct publishers
 * @param rivalries articles that set countries against each other
 * @param stateMedia articles of state media
 * @param taxonomies articles by the taxonomy that judged them
 */
public record Cell(
        long revision,
        long articles,
        long stories,
        long publishers,
        long rivalries,
        long stateMedia,
        Map<String, Long> taxonomies) {

    static final Cell EMPTY = new Cell(0, 0, 0, 0, 0, 0, Map.of());

    public static final StateFormat<Cell> FORMAT = new StateFormat<>(
            "cell",
            1,
            (cell, out) -> {
                out.number(cell.revision);
                out.number(cell.articles);
                out.number(cell.stories);
                out.number(cell.publishers);
                out.number(cell.rivalries);
                out.number(cell.stateMedia);
                out.tally(cell.taxonomies);
            },
            (in, version) ->
                    new Cell(in.number(), in.number(), in.number(), in.number(), in.number(), in.number(), in.tally()));

    public Cell {
        taxonomies = Map.copyOf(taxonomies);
        if (articles < 0 || stories < 0 || publishers < 0 || rivalries < 0 || stateMedia < 0) {
            throw new MissingReferenceException("a number of a cell would fall below zero");
        }
    }

    /** The cell with one article more; {@code newStory}: it is the first of its story, likewise for its publisher. */
    Cell with(Contribution added, boolean newStory, boolean newPublisher) {
        return changed(added, 1, newStory ? 1 : 0, newPublisher ? 1 : 0);
    }

    /** The cell with one article less; {@code lastStory}: it was the last of its story, likewise for its publisher. */
    Cell without(Contribution taken, boolean lastStory, boolean lastPublisher) {
        return changed(taken, -1, lastStory ? -1 : 0, lastPublisher ? -1 : 0);
    }

    /** The same numbers as the next revision. */
    Cell revised() {
        return new Cell(revision + 1, articles, stories, publishers, rivalries, stateMedia, taxonomies);
    }

    private Cell changed(Contribution contribution, int sign, int story, int publisher) {
        Map<String, Long> versions = new HashMap<>(taxonomies);
        versions.merge(contribution.taxonomyVersion(), (long) sign, Cell::sumUnlessZero);
        return new Cell(
                revision,
                articles + sign,
                stories + story,
                publishers + publisher,
                rivalries + (contribution.rivalry() ? sign : 0),
                stateMedia + (contribution.stateMedia() ? sign : 0),
                versions);
    }

    @SuppressWarnings("NullAway") // Map.merge takes null for "remove the entry"
    private static Long sumUnlessZero(long left, long right) {
        return left + right == 0 ? null : (Long) (left + right);
    }

    /** The public record of the cell. */
    Count publish(CellKey key) {
        return new Count(
                key.country(),
                key.topic(),
                key.window().code(),
                key.start(),
                key.end(),
                articles,
                stories,
                publishers,
                rivalries,
                stateMedia,
                revision,
                List.copyOf(new TreeSet<>(taxonomies.keySet())));
    }
}
