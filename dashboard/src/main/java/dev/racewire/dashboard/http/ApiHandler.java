// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.http;

import dev.racewire.dashboard.DashboardMetrics;
import dev.racewire.dashboard.api.Api;
import dev.racewire.dashboard.api.Body;
import dev.racewire.dashboard.api.Problem;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what is asked under {@code /api/v1/} to the {@link Api}. */
final class ApiHandler extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);

    private final Api api;
    private final DashboardMetrics metrics;

    ApiHandler(Api api, DashboardMetrics metrics) {
        this.api = api;
        this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (!path.startsWith(Api.ROOT)) {
            return false;
        }
        long begin = System.nanoTime();
        Body body = body(request, path);
        metrics.answered(api.resource(path).orElse("none"), body.status(), Duration.ofNanos(System.nanoTime() - begin));
        Exchange.send(request, response, callback, body);
        return true;
    }

    private Body body(Request request, String path) {
        try {
            String accept = String.valueOf(request.getHeaders().get(HttpHeader.ACCEPT));
            return api.answer(path, Exchange.query(request), accept.startsWith("text/csv"));
        } catch (Problem problem) {
            return Api.refusal(problem);
        } catch (RuntimeException e) {
            LOG.error("no answer to {}", path, e);
            return Api.refusal(new Problem(Problem.Kind.FAILED, "this is a fault of the dashboard; its log says more"));
        }
    }
}
