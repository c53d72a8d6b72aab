// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.text.DateFormatSymbols;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words in dates: months in many languages, zones, halves of the day. All in lower case. */
final class DateWords {
    private static final List<String> ENGLISH =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Set<String> AFTERNOON = Set.of("pm", "p.m", "p.m.", "μμ", "μ.μ.", "오후", "下午", "午後", "ch");
    private static final Set<String> MORNING = Set.of("am", "a.m", "a.m.", "πμ", "π.μ.", "오전", "上午", "午前", "sa");
    private static final Set<String> REGIONS = ZoneId.getAvailableZoneIds();
    private static final Map<String, ZoneId> ZONES = zones();

    private DateWords() {}

    /** 1 to 12; 0 for a word that is no month in any language here. */
    static int month(String word) {
        String bare = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
        if (bare.length() < 3) {
            return 0;
        }
        int english = ENGLISH.indexOf(bare.substring(0, 3));
        if (english >= 0 && (bare.length() == 3 || isEnglish(bare, english))) {
            return english + 1;
        }
        Integer named = Months.NAMES.get(folded(bare));
        return named == null ? english + 1 : named;
    }

    private static boolean isEnglish(String word, int month) {
        return Month.of(month + 1).name().toLowerCase(Locale.ROOT).startsWith(word);
    }

    static boolean isAfternoon(String word) {
        return AFTERNOON.contains(word);
    }

    static boolean isMorning(String word) {
        return MORNING.contains(word);
    }

    static @Nullable ZoneId zone(String word) {
        return ZONES.get(word);
    }

    /** {@code America/Los_Angeles}, {@code Etc/GMT}; null when there is no such place. */
    static @Nullable ZoneId region(String name) {
        return REGIONS.contains(name) ? ZoneId.of(name) : null;
    }

    static @Nullable DayOfWeek weekday(String word) {
        if (word.length() < 3) {
            return null;
        }
        return switch (word.substring(0, 3)) {
            case "mon" -> DayOfWeek.MONDAY;
            case "tue" -> DayOfWeek.TUESDAY;
            case "wed" -> DayOfWeek.WEDNESDAY;
            case "thu" -> DayOfWeek.THURSDAY;
            case "fri" -> DayOfWeek.FRIDAY;
            case "sat" -> DayOfWeek.SATURDAY;
            case "sun" -> DayOfWeek.SUNDAY;
            default -> null;
        };
    }

    private static String folded(String word) {
        return Months.MARKS
                .matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("");
    }

    private static Map<String, ZoneId> zones() {
        Map<String, ZoneId> zones = new HashMap<>();
        for (String entry :
                ("z 0 ut 0 utc 0 gmt 0 uct 0 wet 0 bst 60 west 60 cet 60 met 60 mez 60 cest 120 mest 120 mesz 120 sast 120"
                                + " eet 120 eest 180 msk 180 msd 240 trt 180 gst 240 pkt 300 ist 330 npt 345 wib 420 ict 420 wita 480"
                                + " sgt 480 hkt 480 awst 480 pht 480 myt 480 wit 540 jst 540 kst 540 년 540 acst 570 aest 600 acdt 630"
                                + " aedt 660 nzst 720 nzdt 780 ast -240 adt -180 brt -180 art -180 clt -240 cot -300 pet -300 est -300"
                                + " edt -240 et -300 cst -360 cdt -300 ct -360 mst -420 mdt -360 mt -420 pst -480 pdt -420 pt -480"
                                + " akst -540 akdt -480 hst -600")
                        .split(" (?=[^ 0-9-])")) {
            int space = entry.indexOf(' ');
            int minutes = Integer.parseInt(entry.substring(space + 1));
            zones.put(entry.substring(0, space), ZoneOffset.ofTotalSeconds(minutes * 60));
        }
        for (int i = 0; i < 26; i++) {
            zones.putIfAbsent(String.valueOf((char) ('a' + i)), ZoneOffset.UTC);
        }
        return Map.copyOf(zones);
    }

    /** Month names of other languages, from the JDK's CLDR data; built when the first such date comes. */
    private static final class Months {
        static final Pattern MARKS = Pattern.compile("\\p{M}+");
        /** Where two languages use one word for different months the earlier one here wins. */
        private static final String LANGUAGES =
                "en de fr es it pt nl sv da nb fi is et lv lt pl cs sk sl hu ro bg sr hr mk sq ru"
                        + " uk be el tr az id ms vi tl sw ca gl eu cy ga ar fa he ur hi bn ta te kn ml mr gu pa ne si th km ka hy kk";

        static final Map<String, Integer> NAMES = names();

        private static Map<String, Integer> names() {
            Map<String, Integer> names = new HashMap<>();
            for (String language : LANGUAGES.split(" ")) {
                Locale locale = Locale.forLanguageTag(language);
                DateFormatSymbols symbols = DateFormatSymbols.getInstance(locale);
                for (Month month : Month.values()) {
                    int index = month.getValue() - 1;
                    add(names, symbols.getMonths()[index], index + 1, locale);
                    add(names, symbols.getShortMonths()[index], index + 1, locale);
                    add(names, month.getDisplayName(TextStyle.FULL_STANDALONE, locale), index + 1, locale);
                    add(names, month.getDisplayName(TextStyle.SHORT_STANDALONE, locale), index + 1, locale);
                }
            }
            return Map.copyOf(names);
        }

        private static void add(Map<String, Integer> names, String name, int month, Locale locale) {
            String word = folded(name.toLowerCase(locale));
            word = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
            if (word.length() >= 3 && word.chars().noneMatch(Character::isDigit)) {
                names.putIfAbsent(word, month);
            }
        }
    }
}
