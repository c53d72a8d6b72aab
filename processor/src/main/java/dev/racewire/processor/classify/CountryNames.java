// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Names of countries and of a city or more of each, by language, from the CLDR data of ICU. */
final class CountryNames {

    /** A shorter name is left to the overlays: too many words look like it. */
    private static final int SHORTEST = 4;

    private static final int SHORTEST_UNSPACED = 2;
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private CountryNames() {}

    static Set<String> codes() {
        return CODES;
    }

    /** Full and short name of each country in a locale. */
    static Map<String, Set<String>> countries(String locale) {
        ULocale place = ULocale.forLanguageTag(locale);
        LocaleDisplayNames full = LocaleDisplayNames.getInstance(place);
        LocaleDisplayNames brief = LocaleDisplayNames.getInstance(place, DisplayContext.LENGTH_SHORT);
        Map<String, Set<String>> names = new TreeMap<>();
        for (String code : CODES) {
            Set<String> set = new LinkedHashSet<>();
            add(set, full.regionDisplayName(code), code);
            add(set, brief.regionDisplayName(code), code);
            names.put(code, set);
        }
        return names;
    }

    /** Cities that CLDR names a time zone after: the capital of most countries, large cities of the rest. */
    static Map<String, Set<String>> cities(String locale, Set<String> leftOut) {
        TimeZoneNames zones = TimeZoneNames.getInstance(ULocale.forLanguageTag(locale));
        Map<String, Set<String>> names = new TreeMap<>();
        for (String zone : TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
            String code = TimeZone.getRegion(zone);
            String city = zones.getExemplarLocationName(zone);
            if (city != null && CODES.contains(code) && !leftOut.contains(zone) && city.indexOf(',') < 0) {
                add(names.computeIfAbsent(code, c -> new LinkedHashSet<>()), city, code);
            }
        }
        return names;
    }

    private static void add(Set<String> names, String name, String code) {
        int bracket = name.indexOf('(');
        String plain = (bracket < 0 ? name : name.substring(0, bracket)).strip();
        boolean unspaced = !plain.isEmpty() && Character.isIdeographic(plain.charAt(0));
        if (!plain.equals(code) && plain.length() >= (unspaced ? SHORTEST_UNSPACED : SHORTEST)) {
            names.add(plain);
        }
    }
}
