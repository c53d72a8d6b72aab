// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.http;

import dev.racewire.dashboard.api.CellFeeds;
import dev.racewire.dashboard.api.Problem;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Who may read. Without a token everybody; else who brings it as a bearer token, or once in the address, which puts a
 * cookie into the browser and the token out of the address bar. A key of its own opens the cell feeds.
 */
final class Access {

    private static final String COOKIE = "racewire";
    private static final String PARAMETER = "token";
    private static final String KEY = "key";
    private static final String BEARER = "Bearer ";

    private final Optional<String> token;
    private final String session;
    private final Optional<String> feedKey;

    Access(Optional<String> token, Optional<String> feedKey) {
        this.token = token;
        this.feedKey = feedKey;
        this.session = token.map(Access::derive).orElse("");
    }

    /** Lets the request pass (false), or answers it by itself (true). */
    boolean admit(Request request, Response response, Callback callback) {
        if (token.isEmpty() || bearer(request) || cookie(request) || key(request)) {
            return false;
        }
        String given = Request.extractQueryParameters(request).getValue(PARAMETER);
        if (given != null && same(given, token.get())) {
            Response.addCookie(
                    response,
                    HttpCookie.build(COOKIE, session)
                            .path("/")
                            .httpOnly(true)
                            .sameSite(HttpCookie.SameSite.STRICT)
                            .build());
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
                        "send the token in the header Authorization: Bearer …, or open the page once with ?token=…"));
        return true;
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

    private boolean cookie(Request request) {
        return Request.getCookies(request).stream()
                .anyMatch(cookie -> cookie.getName().equals(COOKIE) && same(cookie.getValue(), session));
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    /** What the cookie holds instead of the token itself. */
    private static String derive(String token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal("dashboard cookie".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
