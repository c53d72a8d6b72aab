// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.accuracy;

/**
 * How a set of stories was judged. Countries and topics are those of the stories that are in scope; "counted" ones add
 * the labels of stories that are not, since these land in counts too.
 *
 * @param stories labelled stories
 * @param scope the verdict "in scope"
 * @param countries countries of stories in scope
 * @param topics topics of stories in scope
 * @param countedCountries countries of all stories
 * @param countedTopics topics of all stories
 * @param rivalry the verdict "rivalry", where readers agree on the grade
 */
record Score(
        int stories,
        Tally scope,
        Tally countries,
        Tally topics,
        Tally countedCountries,
        Tally countedTopics,
        Tally rivalry) {

    Score plus(Score other) {
        return new Score(
                stories + other.stories,
                scope.plus(other.scope),
                countries.plus(other.countries),
                topics.plus(other.topics),
                countedCountries.plus(other.countedCountries),
                countedTopics.plus(other.countedTopics),
                rivalry.plus(other.rivalry));
    }
}
