// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The line of JSON that {@code racewire parse} prints for one file. */
public final class ParseReport {
    private static final JsonFactory JSON = new JsonFactory();

    private ParseReport() {}

    /** One line, without its end. */
    public static String line(String file, ParseOutcome outcome) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("file", file);
            if (outcome instanceof Parsed parsed) {
                parsed(json, parsed);
            } else if (outcome instanceof Refused refused) {
                refused(json, refused);
            }
            json.writeEndObject();
        }
        return out.toString();
    }

    /** The line for a file that could not be read. */
    public static String unreadable(String file, String why) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("file", file);
            json.writeBooleanField("ok", false);
            json.writeStringField("error", why);
            json.writeEndObject();
        }
        return out.toString();
    }

    private static void refused(JsonGenerator json, Refused refused) throws IOException {
        json.writeBooleanField("ok", false);
        json.writeStringField("error", refused.reason() + ": " + refused.message());
        json.writeArrayFieldStart("namedFeeds");
        for (Object feed : refused.namedFeeds()) {
            json.writeString(feed.toString());
        }
        json.writeEndArray();
    }

    private static void parsed(JsonGenerator json, Parsed parsed) throws IOException {
        json.writeBooleanField("ok", true);
        json.writeStringField("error", parsed.warning());
        json.writeBooleanField("complete", parsed.complete());
        ParsedFeed feed = parsed.feed();
        json.writeObjectFieldStart("feed");
        json.writeStringField("title", feed.title());
        json.writeStringField("link", feed.link());
        json.writeStringField("description", feed.description());
        json.writeStringField("language", feed.language());
        json.writeStringField("id", feed.id());
        date(json, "published", feed.published());
        date(json, "updated", feed.updated());
        json.writeEndObject();
        json.writeArrayFieldStart("entries");
        for (ParsedEntry entry : feed.entries()) {
            entry(json, entry);
        }
        json.writeEndArray();
    }

    private static void entry(JsonGenerator json, ParsedEntry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("title", entry.title());
        json.writeStringField("link", entry.link());
        json.writeStringField("id", entry.id());
        date(json, "published", entry.published());
        date(json, "updated", entry.updated());
        json.writeStringField("summary", entry.summary());
        json.writeStringField("content", entry.content());
        json.writeStringField("language", entry.language());
        json.writeEndObject();
    }

    private static void date(JsonGenerator json, String name, @Nullable Instant date) throws IOException {
        json.writeStringField(
                name, date == null ? null : date.truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
