// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.http;

import dev.racewire.dashboard.api.Api;
import dev.racewire.dashboard.api.Body;
import dev.racewire.dashboard.api.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** Small steps that every handler takes with a request and its response. */
final class Exchange {

    private static final String GZIP = "gzip";
    static final String RETRY_SECONDS = "5";

    private Exchange() {}

    /** The query's parameters; a broken encoding is refused. */
    static Map<String, List<String>> query(Request request) {
        Map<String, List<String>> values = new HashMap<>();
        try {
            for (Fields.Field field : Request.extractQueryParameters(request, StandardCharsets.UTF_8)) {
                values.put(field.getName(), new ArrayList<>(field.getValues()));
            }
        } catch (RuntimeException e) {
            throw new Problem(Problem.Kind.BAD_VALUE, "the query is not encoded as UTF-8 in percent signs");
        }
        return values;
    }

    /** Sends the body, or 304 when the client has it. */
    static void send(Request request, Response response, Callback callback, Body body) {
        if (body.status() == 200) {
            String tag = body.tag();
            response.getHeaders().put(HttpHeader.ETAG, tag);
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
            if (matches(request.getHeaders().get(HttpHeader.IF_NONE_MATCH), tag)) {
                response.setStatus(304);
                response.write(true, ByteBuffer.allocate(0), callback);
                return;
            }
        }
        response.setStatus(body.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, body.contentType());
        body.fileName()
                .ifPresent(name -> response.getHeaders()
                        .put(HttpHeader.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\""));
        response.write(true, encoded(request, response, body), callback);
    }

    /** Compressed for whoever understands it. */
    private static ByteBuffer encoded(Request request, Response response, Body body) {
        if (!body.isWorthCompressing()) {
            return body.bytes();
        }
        response.getHeaders().put(HttpHeader.VARY, HttpHeader.ACCEPT_ENCODING.asString());
        if (!request.getHeaders().getQualityCSV(HttpHeader.ACCEPT_ENCODING).contains(GZIP)) {
            return body.bytes();
        }
        response.getHeaders().put(HttpHeader.CONTENT_ENCODING, GZIP);
        return body.gzip();
    }

    static void refuse(Request request, Response response, Callback callback, Problem problem) {
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        if (problem.kind().passes()) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
        }
        send(request, response, callback, Api.refusal(problem));
    }

    private static boolean matches(@Nullable String given, String tag) {
        if (given == null) {
            return false;
        }
        for (String one : given.split(",")) {
            if (one.strip().equals(tag) || one.strip().equals("*")) {
                return true;
            }
        }
        return false;
    }
}
