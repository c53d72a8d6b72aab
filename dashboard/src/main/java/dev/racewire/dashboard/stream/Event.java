// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.stream;

import dev.racewire.dashboard.api.ArticleJson;
import dev.racewire.dashboard.api.Json;
import dev.racewire.dashboard.view.ArticleEntry;
import dev.racewire.dashboard.view.Positions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Events as bytes of {@code text/event-stream}. Ids say how far the client has read once it has the event. */
final class Event {

    private static final ByteBuffer HEARTBEAT = bytes(": still here\n\n");

    private Event() {}

    /** The first one: how long to wait before coming back, and where the client stands. */
    static ByteBuffer hello(Positions positions) {
        return bytes("retry: 2000\nid: " + positions + "\nevent: hello\ndata: {}\n\n");
    }

    /** An article that the client wants, new or changed. */
    static ByteBuffer article(ArticleEntry entry, Positions after) {
        return event("article", after, Json.bytes(ArticleJson.of(entry)));
    }

    /** An article that the client may have and no longer wants: withdrawn, out of scope, or out of the filter. */
    static ByteBuffer gone(ArticleEntry entry, Positions after) {
        return event("gone", after, Json.bytes(Map.of("id", entry.id(), "storyId", entry.storyId())));
    }

    static ByteBuffer heartbeat() {
        return HEARTBEAT.duplicate();
    }

    private static ByteBuffer event(String name, Positions after, byte[] json) {
        // JSON has no line breaks of its own, so one data line holds it.
        return bytes(
                "id: " + after + "\nevent: " + name + "\ndata: " + new String(json, StandardCharsets.UTF_8) + "\n\n");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer();
    }
}
