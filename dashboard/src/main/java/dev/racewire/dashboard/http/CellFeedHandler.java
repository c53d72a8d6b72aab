// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.http;

import dev.racewire.dashboard.api.CellFeeds;
import dev.racewire.dashboard.api.Problem;
import java.net.URI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Hands what is asked under {@code /feeds/} to the {@link CellFeeds}. */
final class CellFeedHandler extends Handler.Abstract {

    private final CellFeeds feeds;

    CellFeedHandler(CellFeeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (!path.startsWith(CellFeeds.ROOT)) {
            return false;
        }
        try {
            URI base = Request.newHttpURIFrom(request, "/").toURI();
            Exchange.send(request, response, callback, feeds.answer(path, base));
        } catch (Problem problem) {
            Exchange.refuse(request, response, callback, problem);
        }
        return true;
    }
}
