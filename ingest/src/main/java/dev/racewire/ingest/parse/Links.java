// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which of several links is the one, and where it leads. Only http and https leave the parser. */
final class Links {
    static final int ORIGINAL = 3;
    static final int ALTERNATE = 0;
    static final int ADDRESS_AS_ID = 7;
    static final int PERMALINK = 4;
    static final int ABOUT = 6;
    static final int ENCLOSURE = 8;

    private Links() {}

    /** Rank of a link element, by its relation and type; {@code text}: the address is what the element holds. */
    static int rank(Attributes attributes, boolean text) {
        String relation = attributes.word("rel");
        relation = relation.substring(relation.lastIndexOf('/') + 1);
        if (relation.isEmpty() || relation.equals("alternate")) {
            String type = attributes.word("type");
            return text || type.contains("html") ? ALTERNATE : type.isEmpty() ? ALTERNATE + 1 : ALTERNATE + 2;
        }
        return switch (relation) {
            case "self" -> 5;
            case "enclosure" -> ENCLOSURE;
            case "via", "related", "canonical" -> 7;
            default -> 9;
        };
    }

    static boolean isAbsolute(String address) {
        return address.regionMatches(true, 0, "http://", 0, 7) || address.regionMatches(true, 0, "https://", 0, 8);
    }

    /** The absolute http or https address of a link; null when it has none. */
    static @Nullable String absolute(@Nullable String base, String href) {
        String joined = join(base, href);
        return joined != null && isAbsolute(joined) && joined.length() > 8 && joined.length() <= Limits.WORD
                ? lowerHost(joined)
                : null;
    }

    private static String lowerHost(String address) {
        int from = address.indexOf("//") + 2;
        int to = from;
        boolean lower = Character.isLowerCase(address.charAt(0));
        while (to < address.length() && "/?#@".indexOf(address.charAt(to)) < 0) {
            lower &= !Character.isUpperCase(address.charAt(to++));
        }
        boolean credentials = to < address.length() && address.charAt(to) == '@';
        return lower || credentials
                ? address
                : address.substring(0, to).toLowerCase(Locale.ROOT) + address.substring(to);
    }

    /** The reference as seen from the base; as it is when there is no base or it is absolute. */
    static @Nullable String join(@Nullable String base, String href) {
        String reference = clean(href);
        if (base == null || hasScheme(reference)) {
            return reference;
        }
        if (reference.isEmpty()) {
            return base;
        }
        try {
            return resolve(URI.create(clean(base)), reference);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String resolve(URI base, String reference) {
        URI rooted = base.getRawPath() != null && base.getRawPath().isEmpty() ? base.resolve("/") : base;
        if (reference.startsWith("?") && rooted.getRawPath() != null) {
            return rooted.resolve(rooted.getRawPath()) + reference;
        }
        return rooted.resolve(reference).toString();
    }

    private static boolean hasScheme(String reference) {
        int colon = reference.indexOf(':');
        if (colon <= 0) {
            return false;
        }
        for (int i = 0; i < colon; i++) {
            char c = reference.charAt(i);
            boolean letter = XmlScanner.isAsciiLetter(c);
            boolean later = i > 0 && (XmlScanner.isDigit(c) || c == '+' || c == '-' || c == '.');
            if (!letter && !later) {
                return false;
            }
        }
        return true;
    }

    /** Without white space and control characters, with what may not stand in an address escaped. */
    static String clean(String href) {
        String bare = href.strip();
        StringBuilder out = null;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            boolean plain = c > ' '
                    && c != '"'
                    && c != '<'
                    && c != '>'
                    && c != '\\'
                    && c != '^'
                    && c != '`'
                    && c != '{'
                    && c != '|'
                    && c != '}'
                    && (c < 0x7F || c > 0xA0);
            if (plain && out == null) {
                continue;
            }
            if (out == null) {
                out = new StringBuilder(bare.length() + 8).append(bare, 0, i);
            }
            if (plain) {
                out.append(c);
            } else if (c >= ' ' && c < 0x7F) {
                out.append('%').append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
            }
        }
        return out == null ? bare : out.toString();
    }
}
