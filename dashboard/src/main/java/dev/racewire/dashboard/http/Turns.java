// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.http;

import dev.racewire.dashboard.DashboardMetrics;
import dev.racewire.dashboard.api.Api;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Lets only as many questions be worked out at once as there is work for the processors; the others wait without a
 * thread, and are sent away when that takes too long, so that neither memory nor patience runs out and page, status and
 * stream are answered all the time.
 */
final class Turns extends QoSHandler {

    private final DashboardMetrics metrics;

    /**
     * Before the handler that works questions out.
     *
     * @param atOnce most questions that are worked out at the same time
     * @param waiting most that wait
     * @param patience how long one waits
     */
    Turns(Handler next, int atOnce, int waiting, Duration patience, DashboardMetrics metrics) {
        super(next);
        this.metrics = metrics;
        setMaxRequestCount(atOnce);
        setMaxSuspendedRequestCount(waiting);
        setMaxSuspend(patience);
        includePath(Api.ROOT + "*");
        excludePath(Api.ROOT + "status");
    }

    @Override
    protected void reject(Request request, Response response, Callback callback, int status) {
        metrics.refused("busy");
        super.reject(request, response, callback, status);
    }

    @Override
    protected void failSuspended(Request request, Response response, Callback callback, int status, Throwable failure) {
        metrics.refused("busy");
        super.failSuspended(request, response, callback, status, failure);
    }
}
