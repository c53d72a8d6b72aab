// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides the language of a text: by its script, then as declared if the script allows it, then by detection. */
final class LanguageDecision {

    /** Units of a text that are looked at. */
    private static final int SAMPLE = 300;
    /** Share of the letters from which a script other than Latin counts: names are often left in Latin. */
    private static final double SHARE = 0.25;

    private static final double SIGN_SHARE = 0.1;
    private static final int OTHER = 0;
    private static final int LATIN = 1;

    private final Languages languages;
    private final LanguageDetection detection;
    private final List<Language> all;
    private final List<UnicodeScript> scripts;
    private final byte[] scriptOf = new byte[1 << 16];

    LanguageDecision(Languages languages, List<Term> terms) {
        this.languages = languages;
        this.all = languages.all();
        this.detection = new LanguageDetection(languages, terms);
        Set<UnicodeScript> used = new LinkedHashSet<>(List.of(UnicodeScript.UNKNOWN, UnicodeScript.LATIN));
        all.forEach(l -> used.addAll(l.scripts()));
        this.scripts = List.copyOf(used);
        for (int unit = 0; unit < scriptOf.length; unit++) {
            if (Character.isLetter(unit)) {
                scriptOf[unit] = (byte) Math.max(OTHER, scripts.indexOf(UnicodeScript.of(unit)));
            }
        }
    }

    String decide(FoldedText title, FoldedText summary, @Nullable String declared) {
        int[] letters = new int[scripts.size()];
        count(title, letters);
        count(summary, letters);
        String known = languages.normalise(declared);
        int total = Arrays.stream(letters).sum();
        if (total == 0) {
            return known == null ? Languages.UNKNOWN : known;
        }
        int main = mainScript(letters, total);
        Language declaredLanguage = known == null ? null : languages.get(known);
        if (declaredLanguage != null && allows(declaredLanguage, main, letters)) {
            return declaredLanguage.code();
        }
        List<Language> possible = new ArrayList<>();
        for (Language language : all) {
            if (fits(language, main, letters)) {
                possible.add(language);
            }
        }
        if (possible.size() == 1) {
            return possible.get(0).code();
        }
        // A language that is declared and not covered here is not one of those that are.
        boolean foreign = known == null && declared != null && wellFormed(declared);
        return foreign || possible.isEmpty() ? Languages.UNKNOWN : detection.detect(title, summary, possible);
    }

    private static boolean wellFormed(String declared) {
        String code = declared.strip();
        return code.length() >= 2 && !code.equalsIgnoreCase(Languages.UNKNOWN) && Character.isLetter(code.charAt(0));
    }

    /** Whether it is written in that script and, where it has signs of its own, shows them. */
    private boolean fits(Language language, int main, int[] letters) {
        return allows(language, main, letters) && (language.signs().isEmpty() || signed(language, letters));
    }

    /** Whether it is written in that script, and no other language's signs speak against it. */
    private boolean allows(Language language, int main, int[] letters) {
        UnicodeScript script = scripts.get(main);
        if (!language.scripts().contains(script)) {
            return false;
        }
        for (Language other : all) {
            boolean speaksAgainst = !other.equals(language)
                    && !other.signs().isEmpty()
                    && other.scripts().contains(script);
            if (speaksAgainst && signed(other, letters)) {
                return false;
            }
        }
        return true;
    }

    private boolean signed(Language language, int[] letters) {
        int signs = sum(language.signs(), letters);
        return signs > 0 && signs >= SIGN_SHARE * sum(language.scripts(), letters);
    }

    private int sum(Collection<UnicodeScript> some, int[] letters) {
        int sum = 0;
        for (int i = LATIN; i < letters.length; i++) {
            sum += some.contains(scripts.get(i)) ? letters[i] : 0;
        }
        return sum;
    }

    /** The commonest script besides Latin if it has a fair share, else Latin. */
    private static int mainScript(int[] letters, int total) {
        int best = OTHER;
        for (int i = 0; i < letters.length; i++) {
            if (i != LATIN && letters[i] > letters[best]) {
                best = i;
            }
        }
        return letters[best] >= SHARE * total ? best : LATIN;
    }

    private void count(FoldedText text, int[] letters) {
        int length = Math.min(text.length(), SAMPLE);
        for (int i = 0; i < length; i++) {
            char unit = text.units()[i];
            byte script = scriptOf[unit];
            if (script != OTHER || (unit > 127 && Character.isLetter(unit))) {
                letters[script]++;
            }
        }
    }
}
