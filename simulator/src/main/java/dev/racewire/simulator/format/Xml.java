// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.format;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** XML text put together element by element. */
final class Xml {

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    /** Markup as it stands. */
    Xml raw(String markup) {
        text.append(markup);
        return this;
    }

    /** A whole element with that text; tag may carry attributes. */
    Xml element(String tag, String content) {
        int space = tag.indexOf(' ');
        text.append('<').append(tag).append('>').append(escape(content));
        text.append("</").append(space < 0 ? tag : tag.substring(0, space)).append(">\n");
        return this;
    }

    static String escape(String content) {
        return content.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String rfc822(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
