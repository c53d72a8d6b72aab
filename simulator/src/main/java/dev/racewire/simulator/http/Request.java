// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came.
 *
 * @param method for example GET
 * @param host host that is asked for, lower case, without port
 * @param path path with query
 * @param headers headers by lower-case name; of repeated ones the last
 */
public record Request(String method, String host, String path, Map<String, String> headers) {

    public Request {
        headers = Map.copyOf(headers);
    }

    public @Nullable String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    /** Whether the client takes gzip. */
    boolean takesGzip() {
        String accepted = header("accept-encoding");
        return accepted != null && accepted.contains("gzip");
    }
}
