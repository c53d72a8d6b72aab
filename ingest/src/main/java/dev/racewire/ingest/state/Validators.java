// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.state;

import org.jspecify.annotations.Nullable;

/**
 * What tells whether a feed changed since the last answer that was read to its end.
 *
 * @param bodyHash SHA-256 of that answer's body, in hexadecimal
 */
public record Validators(
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String bodyHash) {

    public static final Validators NONE = new Validators(null, null, null);

    /** Whether a conditional request can be made with them. */
    public boolean conditional() {
        return etag != null || lastModified != null;
    }

    /** Whether a server that compares validators would have said "not modified". */
    public boolean sameTagsAs(Validators other) {
        if (etag != null || other.etag != null) {
            return etag != null && etag.equals(other.etag);
        }
        return lastModified != null && lastModified.equals(other.lastModified);
    }
}
