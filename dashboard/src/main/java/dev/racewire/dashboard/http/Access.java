// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.http;

import dev.racewire.dashboard.api.CellFeeds;
import dev.racewire.dashboard.api.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Who may read. Without a token everybody; else who brings it as a bearer token, or comes by a link that opens once and
 * puts a session into the browser ({@link Passes}). A key of its own opens the cell feeds.
 */
final class Access {

    private static final String COOKIE = "racewire";
    private static final String ONCE = "once";
    private static final String KEY = "key";
    private static final String BEARER = "Bearer ";

    private final Optional<String> token;
    private final Optional<Passes> passes;
    private final Optional<String> feedKey;

    Access(Optional<String> token, Optional<String> feedKey, InstantSource clock) {
        this.token = token;
        this.passes = token.map(secret -> new Passes(secret, clock));
        this.feedKey = feedKey;
    }

    /** Lets the request pass (false), or answers it by itself (true). */
    boolean admit(Request request, Response response, Callback callback) {
        if (passes.isEmpty() || bearer(request) || cookie(request, passes.get()) || key(request)) {
            return false;
        }
        String link = Request.extractQueryParameters(request).getValue(ONCE);
        if (link != null && passes.get().redeem(link)) {
            Response.addCookie(response, session(request, passes.get().session()));
            Response.sendRedirect(request, response, callback, Request.getPathInContext(request));
            return true;
        }
        response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer realm=\"racewire\"");
        Exchange.refuse(
                request,
                response,
                callback,
                new Problem(
                        Problem.Kind.NO_ACCESS,
                        "send the token in the header Authorization: Bearer …, or open a link that 'racewire link' makes:"
                                + " it works once, within ten minutes"));
        return true;
    }

    /** Lax, for the link is opened from a message, and nothing here can be written; secure where a proxy speaks TLS. */
    private static HttpCookie session(Request request, String pass) {
        return HttpCookie.build(COOKIE, pass)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure()
                        || "https".equals(request.getHeaders().get(HttpHeader.X_FORWARDED_PROTO)))
                .maxAge(Passes.SESSION_LASTS.toSeconds())
                .sameSite(HttpCookie.SameSite.LAX)
                .build();
    }

    private boolean bearer(Request request) {
        String given = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        return given != null
                && given.startsWith(BEARER)
                && token.filter(own -> same(given.substring(BEARER.length()), own))
                        .isPresent();
    }

    /** Feed readers know no headers: they bring a key that opens the cell feeds and nothing else. */
    private boolean key(Request request) {
        String given = Request.extractQueryParameters(request).getValue(KEY);
        return given != null
                && Request.getPathInContext(request).startsWith(CellFeeds.ROOT)
                && feedKey.filter(own -> same(given, own)).isPresent();
    }

    private static boolean cookie(Request request, Passes passes) {
        return Request.getCookies(request).stream()
                .anyMatch(cookie -> cookie.getName().equals(COOKIE) && passes.isSession(cookie.getValue()));
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
