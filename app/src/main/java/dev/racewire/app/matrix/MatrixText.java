// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.matrix;

import java.util.List;
import java.util.Locale;

/**
 * The table as text, as wide as the terminal.
 *
 * @param width columns of the terminal
 * @param rows most countries that are shown
 */
public record MatrixText(int width, int rows) {

    private static final String ALL_TITLE = "all";
    private static final int NARROWEST = 6;
    private static final int LONGEST_NAME = 24;

    /** The lines of the table, and one that says what it leaves out. */
    public String render(Matrix matrix) {
        List<String> countries = matrix.countries();
        List<String> topics = matrix.topics();
        if (countries.isEmpty() && topics.isEmpty() && matrix.number(Matrix.ALL, Matrix.ALL) == 0) {
            return String.format("nothing is counted in this time yet%n");
        }
        List<String> shownCountries = countries.subList(0, Math.min(rows, countries.size()));
        int left = Math.min(LONGEST_NAME, longest(shownCountries)) + 1;
        List<String> shownTopics = fitting(topics, left);
        StringBuilder text = new StringBuilder();
        text.append(String.format("%-" + left + "s%" + NARROWEST + "s", "", ALL_TITLE));
        shownTopics.forEach(topic -> text.append(right(topic, topic)));
        text.append(String.format("%n"));
        row(text, matrix, Matrix.ALL, ALL_TITLE, left, shownTopics);
        shownCountries.forEach(country -> row(text, matrix, country, name(country), left, shownTopics));
        leftOut(text, countries.size() - shownCountries.size(), topics.subList(shownTopics.size(), topics.size()));
        return text.toString();
    }

    private static void row(
            StringBuilder text, Matrix matrix, String country, String title, int left, List<String> topics) {
        String cut = title.length() < left ? title : title.substring(0, left - 2) + "…";
        text.append(String.format("%-" + left + "s", cut));
        text.append(String.format("%" + NARROWEST + "d", matrix.number(country, Matrix.ALL)));
        for (String topic : topics) {
            long number = matrix.number(country, topic);
            text.append(right(topic, number == 0 ? "·" : String.valueOf(number)));
        }
        text.append(String.format("%n"));
    }

    private static void leftOut(StringBuilder text, int countries, List<String> topics) {
        if (countries > 0) {
            text.append(String.format("%d more countries: --rows shows them%n", countries));
        }
        if (!topics.isEmpty()) {
            text.append(String.format("more topics: %s (--width shows them)%n", String.join(", ", topics)));
        }
    }

    private List<String> fitting(List<String> topics, int left) {
        int used = left + NARROWEST;
        int fitting = 0;
        while (fitting < topics.size() && used + columnWidth(topics.get(fitting)) <= width) {
            used += columnWidth(topics.get(fitting));
            fitting++;
        }
        return topics.subList(0, fitting);
    }

    private static String right(String topic, String text) {
        return String.format("%" + columnWidth(topic) + "s", text);
    }

    private static int columnWidth(String topic) {
        return Math.max(NARROWEST, topic.length() + 2);
    }

    private static int longest(List<String> countries) {
        return countries.stream().mapToInt(c -> name(c).length()).max().orElse(ALL_TITLE.length());
    }

    /** Code and English name; codes without a country, such as EU, have names of their own in the JDK. */
    private static String name(String code) {
        String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
        return name.isEmpty() || name.equals(code) ? code : code + " " + name;
    }
}
