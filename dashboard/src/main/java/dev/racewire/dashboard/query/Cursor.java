// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.query;

import dev.racewire.dashboard.view.ArticleEntry;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a list that is ordered newest first: behind the article with that time and id. Opaque as text. */
public record Cursor(long time, String id) {

    private static final Pattern PLAIN = Pattern.compile("(-?\\d{1,16})~(.{1,200})");

    static Cursor behind(ArticleEntry entry) {
        return new Cursor(entry.time(), entry.id());
    }

    /** The cursor that the text stands for, or empty when it is none. */
    public static Optional<Cursor> parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            Matcher matcher = PLAIN.matcher(plain);
            return matcher.matches()
                    ? Optional.of(new Cursor(Long.parseLong(matcher.group(1)), matcher.group(2)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the entry comes later in the list than this place. */
    boolean before(ArticleEntry entry) {
        return entry.time() != time ? entry.time() < time : entry.id().compareTo(id) < 0;
    }

    @Override
    public String toString() {
        byte[] plain = (time + "~" + id).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
