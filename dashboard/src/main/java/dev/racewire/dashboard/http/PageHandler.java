// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.http;

import dev.racewire.dashboard.api.Api;
import dev.racewire.dashboard.api.Body;
import dev.racewire.dashboard.api.Problem;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The page: its files are held in memory, so that no path of a request ever reaches a file system. */
final class PageHandler extends Handler.Abstract.NonBlocking {

    private final Map<String, Body> files = new HashMap<>();

    PageHandler() throws IOException {
        for (PageFile file : PageFile.all()) {
            files.put(file.path(), Body.of(file.contentType(), file.read()));
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Body file = files.get(Request.getPathInContext(request));
        if (file == null) {
            Problem problem = new Problem(Problem.Kind.NOT_FOUND, "the page is at /, its data at " + Api.ROOT);
            Exchange.refuse(request, response, callback, problem);
        } else {
            Exchange.send(request, response, callback, file);
        }
        return true;
    }
}
