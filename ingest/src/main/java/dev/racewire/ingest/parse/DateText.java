// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One date as written, taken apart from left to right: a time is what has a colon, an offset what follows a time with a
 * sign, months and zones are words, and the numbers left over are year, month and day in an order that their length, their
 * separators and the day of the week tell. No patterns, so RFC 822, ISO 8601 and all their mixtures are one case.
 */
final class DateText {
    private final String text;
    private int at;

    private final DateNumbers numbers;
    private int hour = -1;
    private int minute;
    private int second;
    private @Nullable ZoneId zone;
    private boolean bad;

    DateText(String text) {
        this.text = text;
        this.numbers = new DateNumbers(text.charAt(0) == '-');
    }

    /** The moment to the second; UTC when no zone is named. */
    @Nullable
    Instant instant() {
        if (allDigits(text, 0)) {
            return EpochOrCompact.parse(text);
        }
        if (text.charAt(0) == '-' && text.length() == 5 && allDigits(text, 1)) {
            return EpochOrCompact.parse(text.substring(1) + "01");
        }
        read();
        LocalDate date = bad ? null : numbers.date();
        return date == null ? null : at(date);
    }

    private @Nullable Instant at(LocalDate date) {
        if (hour > 24 || minute > 59 || second > 60) {
            return null;
        }
        boolean midnightAfter = hour == 24;
        LocalDateTime local = date.atTime(hour < 0 || midnightAfter ? 0 : hour, minute, Math.min(second, 59));
        return (midnightAfter ? local.plusDays(1) : local)
                .atZone(zone == null ? ZoneOffset.UTC : zone)
                .toInstant();
    }

    private static boolean allDigits(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void read() {
        while (at < text.length() && !bad) {
            char c = text.charAt(at);
            if (isDigit(c)) {
                number();
            } else if (Character.isLetter(c)) {
                word();
            } else if (c == '(') {
                comment();
            } else if ((c == '+' || c == '-') && hour >= 0 && isDigit(peek(1))) {
                offset(c == '-' ? -1 : 1);
            } else {
                at++;
            }
        }
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : ' ';
    }

    private void comment() {
        int depth = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                at++;
                return;
            }
        }
    }

    private int digitsHere(int most) {
        int value = 0;
        int end = Math.min(text.length(), at + most);
        while (at < end && isDigit(text.charAt(at))) {
            value = value * 10 + text.charAt(at++) - '0';
        }
        return value;
    }

    private void number() {
        int start = at;
        boolean afterT = start > 0 && (text.charAt(start - 1) | 0x20) == 't';
        int value = digitsHere(9);
        int length = at - start;
        if (hour < 0 && peek(0) == ':' && length <= 2) {
            time(value);
        } else if (afterT && hour < 0 && (length == 6 || length == 4)) {
            int seconds = length == 6 ? value : value * 100;
            hour = seconds / 10_000;
            minute = seconds / 100 % 100;
            second = seconds % 100;
        } else if (length == 8 && numbers.isEmpty()) {
            put(value / 10_000, 4);
            put(value / 100 % 100, 2);
            put(value % 100, 2);
        } else {
            put(value, length);
        }
    }

    private void put(int value, int length) {
        bad |= !numbers.put(value, length, peek(0)) && hour < 0;
    }

    private void time(int hours) {
        hour = hours;
        at++;
        minute = digitsHere(2);
        if (peek(0) == ':' && isDigit(peek(1))) {
            at++;
            second = digitsHere(2);
        }
        if ((peek(0) == '.' || peek(0) == ',') && isDigit(peek(1))) {
            at++;
            while (isDigit(peek(0))) {
                at++;
            }
        }
    }

    private void offset(int sign) {
        at++;
        int start = at;
        int value = digitsHere(4);
        int length = at - start;
        int minutes = length <= 2 ? value * 60 : value / 100 * 60 + value % 100;
        if (length <= 2 && peek(0) == ':' && isDigit(peek(1))) {
            at++;
            minutes += digitsHere(2);
        }
        if (minutes <= 18 * 60) {
            zone = ZoneOffset.ofTotalSeconds(sign * minutes * 60);
        }
    }

    private void word() {
        int start = at;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at).toLowerCase(Locale.ROOT);
        if (word.indexOf('/') >= 0) {
            zone = DateWords.region(text.substring(start, at));
            return;
        }
        int named = DateWords.month(word);
        if (named > 0) {
            numbers.month(named);
        } else if (hour >= 0 && DateWords.isAfternoon(word)) {
            hour = hour < 12 ? hour + 12 : hour;
        } else if (hour >= 0 && DateWords.isMorning(word)) {
            hour = hour == 12 ? 0 : hour;
        } else {
            zoneOrWeekday(word);
        }
    }

    private void zoneOrWeekday(String word) {
        ZoneId named = DateWords.zone(word);
        boolean military = word.length() == 1 && word.charAt(0) < 0x80;
        if (named != null && (hour >= 0 || !military)) {
            zone = named;
        } else {
            numbers.weekday(DateWords.weekday(word));
        }
    }

    private boolean isWordPart(char c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || c == '.'
                || c == '/'
                || c == '_';
    }
}
