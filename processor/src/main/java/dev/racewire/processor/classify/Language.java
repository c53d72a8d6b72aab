// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;

/**
 * A language of the taxonomy.
 *
 * @param code BCP 47 code
 * @param scripts scripts it is written in
 * @param signs scripts that only it uses: one such letter in ten decides
 * @param proclitics words that it writes together with the next one, folded
 * @param common its commonest little words, in lower case
 * @param openEnded whether it puts endings on every word, so that all its terms are beginnings
 * @param trimmed whether the last vowel of a country's name gives way to endings
 */
record Language(
        String code,
        Set<UnicodeScript> scripts,
        Set<UnicodeScript> signs,
        List<String> proclitics,
        Set<String> common,
        boolean openEnded,
        boolean trimmed) {

    Language {
        scripts = Set.copyOf(scripts);
        signs = Set.copyOf(signs);
        proclitics = List.copyOf(proclitics);
        common = Set.copyOf(common);
    }

    boolean sharesScript(Language other) {
        return scripts.stream().anyMatch(other.scripts::contains);
    }
}
