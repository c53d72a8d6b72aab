// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.http;

import dev.racewire.dashboard.api.Api;
import dev.racewire.dashboard.api.Problem;
import dev.racewire.dashboard.stream.StreamHub;
import dev.racewire.runtime.http.Connections;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Hands clients of {@code /api/v1/stream} to the {@link StreamHub}; no thread waits for them. */
final class StreamHandler extends Handler.Abstract.NonBlocking {

    static final String PATH = Api.ROOT + "stream";

    private final Api api;
    private final StreamHub hub;
    private final Connections connections;

    StreamHandler(Api api, StreamHub hub, Connections connections) {
        this.api = api;
        this.hub = hub;
        this.connections = connections;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!Request.getPathInContext(request).equals(PATH)) {
            return false;
        }
        try {
            Optional<String> last = Optional.ofNullable(request.getHeaders().get("Last-Event-ID"))
                    .filter(id -> !id.isEmpty());
            Api.StreamQuestion question = api.stream(Exchange.query(request), last);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            response.getHeaders().put("X-Accel-Buffering", "no");
            connections.keep(request.getConnectionMetaData().getConnection());
            hub.open(Request.getRemoteAddr(request), question, response, callback);
        } catch (Problem problem) {
            Exchange.refuse(request, response, callback, problem);
        }
        return true;
    }
}
