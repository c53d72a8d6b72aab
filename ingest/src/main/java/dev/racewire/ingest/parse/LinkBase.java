// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where the relative links of one feed belong: {@code xml:base}, else the site that the feed names, else the answer's address. */
final class LinkBase {
    private final @Nullable String document;
    private final @Nullable String feedLink;

    LinkBase(@Nullable URI baseUrl, Draft.@Nullable Reference feedLink) {
        this.document = baseUrl == null ? null : baseUrl.toString();
        this.feedLink = feedLink == null ? absoluteDocument() : resolve(feedLink, document);
    }

    private @Nullable String absoluteDocument() {
        return document == null ? null : Links.absolute(null, document);
    }

    /** The absolute address of the feed's site; the answer's own address when the feed names none. */
    @Nullable
    String feedLink() {
        return feedLink;
    }

    @Nullable
    String of(Draft.@Nullable Reference link) {
        return link == null ? null : resolve(link, feedLink == null ? document : feedLink);
    }

    /** The identifier; one of Atom that is a relative address differs from another feed's only by its base. */
    @Nullable
    String identifier(Draft.@Nullable Reference id) {
        if (id == null || id.base() == null) {
            return id == null ? null : id.href();
        }
        String base = id.base().isEmpty() ? document : Links.join(document, id.base());
        String absolute = Links.absolute(base, id.href());
        return absolute == null ? id.href() : absolute;
    }

    private @Nullable String resolve(Draft.Reference link, @Nullable String fallback) {
        String base = link.base() == null ? fallback : Links.join(document, link.base());
        return Links.absolute(base, link.href());
    }
}
