// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads JSON Feed 1.0 and 1.1 to the same draft that XML is read to. Values of the wrong type are passed over. */
final class JsonFeedReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(Limits.USUAL.bytes())
                    .maxNumberLength(100)
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();
    private static final String VERSION = "jsonfeed.org/version/";

    private final Draft.Feed feed = new Draft.Feed();
    private final Guard guard;
    private final FeedDates dates;
    private @Nullable String version;
    private boolean items;

    JsonFeedReader(Guard guard, FeedDates dates) {
        this.guard = guard;
        this.dates = dates;
    }

    void read(String text) throws Guard.Exceeded {
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                feed(json);
            }
        } catch (IOException e) {
            feed.breakOff("the JSON is broken: " + firstLine(e));
        }
    }

    private static String firstLine(IOException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    Draft.Feed feed() {
        return feed;
    }

    /** True when it says that it is a JSON Feed of a version that is known, or looks like one and says nothing. */
    boolean found() {
        if (version == null) {
            return items && !feed.isEmpty();
        }
        int at = version.indexOf(VERSION);
        String number = version.substring(at < 0 ? 0 : at + VERSION.length());
        return number.equals("1") || number.equals("1.0") || number.equals("1.1") || number.equals("1/");
    }

    private void feed(JsonParser json) throws IOException, Guard.Exceeded {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            guard.element(1);
            if (name.equals("items") && value == JsonToken.START_ARRAY) {
                items = true;
                items(json);
            } else if (name.equals("version")) {
                version = scalar(json);
            } else {
                feedField(name, json);
            }
        }
    }

    private void feedField(String name, JsonParser json) throws IOException {
        switch (name) {
            case "title" -> text(feed, Field.TITLE, 0, json, Markup.Kind.EITHER);
            case "description" -> text(feed, Field.SUMMARY, 0, json, Markup.Kind.EITHER);
            case "home_page_url" -> link(feed, Links.ALTERNATE, json);
            case "feed_url" -> link(feed, Links.PERMALINK, json);
            case "language" -> word(feed, Field.LANGUAGE, json);
            default -> json.skipChildren();
        }
    }

    private void items(JsonParser json) throws IOException, Guard.Exceeded {
        for (JsonToken token = json.nextToken();
                token != JsonToken.END_ARRAY && token != null;
                token = json.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                feed.items.add(item(json));
            } else {
                json.skipChildren();
            }
        }
    }

    private Draft item(JsonParser json) throws IOException, Guard.Exceeded {
        guard.item(feed.items.size());
        Draft item = new Draft();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            guard.element(2);
            itemField(item, name, json);
        }
        return item;
    }

    private void itemField(Draft item, String name, JsonParser json) throws IOException {
        switch (name) {
            case "id" -> id(item, json);
            case "url" -> link(item, Links.ALTERNATE, json);
            case "external_url" -> link(item, Links.ALTERNATE + 1, json);
            case "title" -> text(item, Field.TITLE, 0, json, Markup.Kind.EITHER);
            case "summary" -> text(item, Field.SUMMARY, 0, json, Markup.Kind.EITHER);
            case "content_html" -> text(item, Field.CONTENT, 0, json, Markup.Kind.HTML);
            case "content_text" -> text(item, Field.CONTENT, 1, json, Markup.Kind.TEXT);
            case "date_published" -> date(item, Field.PUBLISHED, json);
            case "date_modified" -> date(item, Field.UPDATED, json);
            case "language" -> word(item, Field.LANGUAGE, json);
            default -> json.skipChildren();
        }
    }

    private static void id(Draft item, JsonParser json) throws IOException {
        String id = scalar(json);
        if (id != null) {
            item.offer(Field.ID, 0, new Draft.Reference(id, null));
            if (Links.isAbsolute(id)) {
                item.offer(Field.LINK, Links.PERMALINK, new Draft.Reference(id, null));
            }
        }
    }

    private static void text(Draft draft, Field field, int rank, JsonParser json, Markup.Kind kind) throws IOException {
        String value = scalar(json);
        if (value != null) {
            draft.offer(field, rank, new Markup(value, kind));
        }
    }

    private static void link(Draft draft, int rank, JsonParser json) throws IOException {
        String value = scalar(json);
        if (value != null) {
            draft.offer(Field.LINK, rank, new Draft.Reference(value, null));
        }
    }

    private static void word(Draft draft, Field field, JsonParser json) throws IOException {
        String value = scalar(json);
        if (value != null) {
            draft.offer(field, 0, value);
        }
    }

    private void date(Draft draft, Field field, JsonParser json) throws IOException {
        String value = scalar(json);
        Instant date = value == null ? null : dates.parse(value);
        if (date != null) {
            draft.offer(field, 0, date);
        }
    }

    /** A string or number that is not blank; anything else is passed over, with what is in it. */
    private static @Nullable String scalar(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token != JsonToken.VALUE_STRING && (token == null || !token.isNumeric())) {
            json.skipChildren();
            return null;
        }
        String value = json.getText().strip();
        return value.isEmpty() ? null : value;
    }
}
