// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.cluster;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The pieces by which texts are compared: words and pairs of neighbouring words; pairs of characters in scripts that
 * put no spaces between words.
 */
final class Shingles {

    private static final int MOST_WORDS = 64;

    /** " - The Outlet" and the like at the end of a title. */
    private static final Pattern OUTLET_SUFFIX = Pattern.compile("\\s+[-|–—]\\s+[^-|–—]{2,30}$");

    /** "UPDATE 2-": its number counts the agency's versions. */
    private static final Pattern VERSION_PREFIX = Pattern.compile("^\\p{Lu}{3,}\\s\\d{1,2}\\s?[-:–]");

    private static final Set<Character.UnicodeScript> WITHOUT_SPACES = Set.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.THAI,
            Character.UnicodeScript.LAO,
            Character.UnicodeScript.KHMER,
            Character.UnicodeScript.MYANMAR);

    private Shingles() {}

    /** The words of a title and their pairs. */
    static Set<Integer> ofTitle(String title) {
        Set<Integer> found = new TreeSet<>();
        List<Word> words = words(bare(title));
        for (Word word : words) {
            found.add(word.text.hashCode());
        }
        pairs(words, found::add);
        return found;
    }

    /** The pairs of words at the beginning of a summary: single words say too little there. */
    static Set<Integer> ofSummary(String summary) {
        Set<Integer> found = new TreeSet<>();
        pairs(words(summary), found::add);
        return found;
    }

    /** The numbers in a title, in order: "H20 for 3 firms" is no copy of "H20 for 5 firms". */
    static String numbers(String title) {
        StringBuilder numbers = new StringBuilder();
        Set<String> sorted = new TreeSet<>();
        String text = VERSION_PREFIX.matcher(bare(title)).replaceFirst("");
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 10);
            boolean separator = numbers.length() > 0 && ".,".indexOf(text.charAt(i)) >= 0;
            if (digit >= 0) {
                numbers.append(digit);
            } else if (!(separator && digitAt(text, i + 1))) {
                keep(numbers, sorted);
            }
        }
        keep(numbers, sorted);
        return String.join(" ", sorted);
    }

    private static void keep(StringBuilder numbers, Set<String> sorted) {
        if (numbers.length() > 0) {
            sorted.add(numbers.toString());
            numbers.setLength(0);
        }
    }

    private static boolean digitAt(String text, int index) {
        return index < text.length() && Character.digit(text.charAt(index), 10) >= 0;
    }

    private static String bare(String title) {
        String shorter = OUTLET_SUFFIX.matcher(title).replaceFirst("");
        return shorter.length() >= title.length() / 2 ? shorter : title;
    }

    private static void pairs(List<Word> words, Consumer<Integer> found) {
        for (int i = 1; i < words.size(); i++) {
            Word left = words.get(i - 1);
            Word right = words.get(i);
            if (left.wordlike == right.wordlike) {
                found.accept(31 * left.text.hashCode() + right.text.hashCode() + 1);
            }
        }
    }

    /** The words; where a script has none, each pair of neighbouring characters is one. */
    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String folded = fold(text);
        int before = -1;
        for (int i = 0; i < folded.length() && words.size() < MOST_WORDS; ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            boolean packed = WITHOUT_SPACES.contains(Character.UnicodeScript.of(c));
            if (!packed && partOfWord(c)) {
                word.appendCodePoint(c);
                before = -1;
                continue;
            }
            if (word.length() > 0) {
                words.add(new Word(word.toString(), true));
                word.setLength(0);
            }
            if (packed && before >= 0) {
                words.add(new Word(Character.toString(before) + Character.toString(c), false));
            }
            before = packed ? c : -1;
        }
        if (word.length() > 0) {
            words.add(new Word(word.toString(), true));
        }
        return words;
    }

    private static boolean partOfWord(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    /** One form for what readers take for the same: width, case, Turkish and German letters, apostrophes. */
    private static String fold(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return normal.replace('İ', 'i')
                .replace('ı', 'i')
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("'", "")
                .replace("’", "");
    }

    /**
     * A word of a text.
     *
     * @param text the word, or two characters
     * @param wordlike whether it stands between spaces
     */
    private record Word(String text, boolean wordlike) {}
}
