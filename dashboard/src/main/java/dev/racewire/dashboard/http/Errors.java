// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.http;

import dev.racewire.dashboard.api.Api;
import dev.racewire.dashboard.api.Body;
import dev.racewire.dashboard.api.Json;
import dev.racewire.dashboard.api.Problem;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What the server refuses before any handler sees it, as problem documents too; never a stack trace. */
final class Errors extends ErrorHandler {

    private static final HttpField TYPE = new HttpField(HttpHeader.CONTENT_TYPE, "application/problem+json");

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Body body = body(response.getStatus());
        response.setStatus(body.status());
        response.getHeaders().put(TYPE);
        if (body.status() == 503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, Exchange.RETRY_SECONDS);
        }
        response.write(true, body.bytes(), callback);
        return true;
    }

    private static Body body(int status) {
        if (status == 414 || status == 431) {
            return Api.refusal(new Problem(Problem.Kind.TOO_LONG, "address and headers have at most 8 kB"));
        }
        if (status == 503) {
            return Api.refusal(new Problem(Problem.Kind.BUSY, "ask again in some seconds, or for less"));
        }
        if (status >= 500) {
            return Api.refusal(new Problem(Problem.Kind.FAILED, "this is a fault of the dashboard; its log says more"));
        }
        byte[] bytes =
                Json.bytes(Map.of("type", "about:blank", "status", status, "title", "The request can't be understood"));
        return Body.problem(status, bytes);
    }
}
