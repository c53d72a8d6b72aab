// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.http;

import dev.racewire.dashboard.DashboardMetrics;
import dev.racewire.dashboard.Limits;
import dev.racewire.dashboard.api.Problem;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Stands before everything: only GET and HEAD, only host names that are ours (a page elsewhere whose name is made to
 * point here can't read us), only who has access, and nobody
 * without end; and the headers that keep the page from doing what it was not
 * written to do.
 */
final class Guard extends Handler.Wrapper {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self'; font-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private final Set<String> hosts;
    private final Access access;
    private final Rates rates;
    private final DashboardMetrics metrics;

    Guard(Handler next, String bind, List<String> allowedHosts, Access access, Rates rates, DashboardMetrics metrics) {
        super(next);
        this.rates = rates;
        this.metrics = metrics;
        this.hosts = new HashSet<>(List.of("localhost", "127.0.0.1", "[::1]", "::1", bind.toLowerCase(Locale.ROOT)));
        allowedHosts.forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
        this.access = access;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        headers(response.getHeaders());
        Problem.Kind refusal = refusal(request);
        if (refusal != null) {
            Exchange.refuse(request, response, callback, new Problem(refusal, detail(refusal)));
            return true;
        }
        if (access.admit(request, response, callback)) {
            return true;
        }
        return super.handle(request, response, callback);
    }

    private static void headers(HttpFields.Mutable headers) {
        headers.put("Content-Security-Policy", POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }

    private Problem.@Nullable Kind refusal(Request request) {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            return Problem.Kind.METHOD_NOT_ALLOWED;
        }
        String host = Request.getServerName(request).toLowerCase(Locale.ROOT);
        if (!hosts.contains(host) && !isOwnAddress(request, host)) {
            return Problem.Kind.WRONG_HOST;
        }
        return isWithinRate(Request.getRemoteAddr(request)) ? null : Problem.Kind.TOO_MANY_QUESTIONS;
    }

    private boolean isWithinRate(String address) {
        if (Limits.isThisMachine(address) || rates.admit(address, System.nanoTime())) {
            return true;
        }
        metrics.refused("rate");
        return false;
    }

    /** Whether it was called by the very address that it was reached at: no name was resolved, none can be forged. */
    private static boolean isOwnAddress(Request request, String host) {
        SocketAddress local = request.getConnectionMetaData().getLocalSocketAddress();
        return local instanceof InetSocketAddress inet
                && inet.getAddress() != null
                && (inet.getAddress().getHostAddress().equals(host)
                        || ("[" + inet.getAddress().getHostAddress() + "]").equals(host));
    }

    private static String detail(Problem.Kind kind) {
        return switch (kind) {
            case METHOD_NOT_ALLOWED -> "there is nothing to change here";
            case TOO_MANY_QUESTIONS -> "dashboard.max-questions-per-second says how many one address may ask";
            default -> "dashboard.allowed-hosts lists the names that this page may be called by";
        };
    }
}
