// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import dev.racewire.dashboard.view.TaxonomyStore;
import dev.racewire.dashboard.view.View;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which countries, topics and languages there are; everything else is refused by name. */
final class Vocabulary {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern LANGUAGE = Pattern.compile("([a-z]{2,3})(-[A-Za-z0-9]{2,8}){0,2}");
    private static final Set<String> LANGUAGES =
            Arrays.stream(Locale.getISOLanguages()).collect(Collectors.toUnmodifiableSet());

    private final View view;

    Vocabulary(View view) {
        this.view = view;
    }

    String country(String code) {
        boolean occurs = view.articles().names().countries().find(code).isPresent();
        if (occurs || (COUNTRY.matcher(code).matches() && hasName(code))) {
            return code;
        }
        throw new Problem(
                Problem.Kind.UNKNOWN_COUNTRY,
                "'" + Parameters.shortened(code) + "' is no country: write two capital letters of ISO 3166-1");
    }

    /** CLDR names all countries and blocs that have a code; what it does not know it calls by the code. */
    private static boolean hasName(String code) {
        return !new Locale("", code).getDisplayCountry(Locale.ENGLISH).equals(code);
    }

    String topic(String id) {
        Set<String> topics = view.taxonomies().all().stream()
                .flatMap(version -> version.topics().stream())
                .map(TaxonomyStore.Topic::id)
                .collect(Collectors.toSet());
        if (topics.contains(id) || view.articles().names().topics().find(id).isPresent()) {
            return id;
        }
        throw new Problem(
                Problem.Kind.UNKNOWN_TOPIC,
                "'" + Parameters.shortened(id) + "' is no topic of the taxonomy; /api/v1/taxonomy lists them");
    }

    String language(String tag) {
        boolean occurs = view.articles().names().languages().find(tag).isPresent();
        if (occurs || (LANGUAGE.matcher(tag).matches() && isLanguage(tag))) {
            return tag;
        }
        throw new Problem(
                Problem.Kind.UNKNOWN_LANGUAGE,
                "'" + Parameters.shortened(tag) + "' is no language: write a BCP 47 tag such as id or zh");
    }

    private static boolean isLanguage(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        try {
            return LANGUAGES.contains(locale.getLanguage())
                    || !locale.getISO3Language().isEmpty();
        } catch (MissingResourceException e) {
            return false;
        }
    }
}
