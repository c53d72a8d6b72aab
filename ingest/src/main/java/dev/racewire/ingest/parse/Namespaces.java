// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The prefixes in force at a place in a document. Each element gets one key whatever prefix its author chose:
 * {@code title} for every namespace of RSS and Atom, {@code dc:title} for Dublin Core, and so on, in lower case. A prefix
 * that was never declared is taken for the well-known one of that name; an unknown default namespace for the feed's own.
 */
final class Namespaces {
    static final Namespaces NONE = new Namespaces(Map.of());

    /** Declarations beyond this are passed over: each element that declares copies those in force. */
    private static final int MOST = 128;

    private static final Map<String, String> KNOWN = known();

    private final Map<String, String> prefixes;
    private final Map<String, String> keys = new HashMap<>();

    private Namespaces(Map<String, String> prefixes) {
        this.prefixes = prefixes;
    }

    /** These, and what the attributes of a tag declare. */
    Namespaces with(Attributes attributes) {
        Map<String, String> declared = new HashMap<>();
        attributes.forEach((name, value) -> {
            if (name.equals("xmlns") || name.startsWith("xmlns:")) {
                String prefix = name.substring(Math.min(name.length(), 6));
                declared.put(prefix, canonical(value, prefix));
            }
        });
        if (declared.isEmpty() || declared.entrySet().stream().allMatch(this::holds)) {
            return this;
        }
        Map<String, String> all = new HashMap<>(prefixes);
        all.putAll(declared);
        return all.size() > MOST ? this : new Namespaces(all);
    }

    private boolean holds(Map.Entry<String, String> declaration) {
        return declaration.getValue().equals(prefixes.get(declaration.getKey()));
    }

    /** These, with the prefix of that name, which the root element carries, taken for the feed's own. */
    Namespaces withFeedPrefix(String name) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            return this;
        }
        Map<String, String> all = new HashMap<>(prefixes);
        all.put(name.substring(0, colon).toLowerCase(Locale.ROOT), "");
        return new Namespaces(all);
    }

    /** The key of an element whose tag carries this name. */
    String key(String name) {
        String key = keys.get(name);
        if (key == null) {
            key = resolve(name.toLowerCase(Locale.ROOT));
            if (keys.size() < 1_000) {
                keys.put(name, key);
            }
        }
        return key;
    }

    private String resolve(String name) {
        int colon = name.indexOf(':');
        String written = colon < 0 ? "" : name.substring(0, colon);
        String known = prefixes.get(written);
        String prefix = known == null ? undeclared(written) : known;
        String local = name.substring(colon + 1);
        return prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private static String undeclared(String prefix) {
        return switch (prefix) {
            case "atom", "atom10", "atom03", "rss" -> "";
            default -> prefix;
        };
    }

    private static String canonical(String uri, String prefix) {
        String bare = bare(uri);
        @Nullable String known = KNOWN.get(bare);
        if (known != null) {
            return known;
        }
        if ((bare.contains("rss") && bare.contains("userland")) || bare.startsWith("purl.org/net/rss")) {
            return "";
        }
        return undeclared(prefix);
    }

    /** The address without what people get wrong: scheme, case, www, the last slash or hash. */
    private static String bare(String uri) {
        String bare = uri.strip().toLowerCase(Locale.ROOT);
        bare = bare.substring(bare.indexOf("://") < 0 ? 0 : bare.indexOf("://") + 3);
        bare = bare.startsWith("www.") ? bare.substring(4) : bare;
        int end = bare.length();
        while (end > 0 && (bare.charAt(end - 1) == '/' || bare.charAt(end - 1) == '#')) {
            end--;
        }
        return bare.substring(0, end);
    }

    private static Map<String, String> known() {
        Map<String, String> known = new HashMap<>();
        for (String feed : new String[] {
            "w3.org/2005/atom",
            "purl.org/atom/ns",
            "purl.org/rss/1.0",
            "blogs.law.harvard.edu/tech/rss",
            "my.netscape.com/rdf/simple/0.9",
            "channel.netscape.com/rdf/simple/0.9",
            "my.netscape.com/publish/formats/rss-0.91.dtd",
            "purl.org/rss/1.0/modules/rss091",
            "purl.org/net/rss1.1",
            "cyber.law.harvard.edu/rss"
        }) {
            known.put(feed, "");
        }
        known.put("purl.org/dc/elements/1.1", "dc");
        known.put("purl.org/dc/elements/1.0", "dc");
        known.put("purl.org/dc/terms", "dcterms");
        known.put("purl.org/rss/1.0/modules/content", "content");
        known.put("purl.org/rss/1.0/modules/syndication", "sy");
        known.put("w3.org/1999/02/22-rdf-syntax-ns", "rdf");
        known.put("w3.org/1999/xhtml", "xhtml");
        known.put("search.yahoo.com/mrss", "media");
        known.put("itunes.com/dtds/podcast-1.0.dtd", "itunes");
        known.put("rssnamespace.org/feedburner/ext/1.0", "feedburner");
        known.put("w3.org/xml/1998/namespace", "xml");
        return known;
    }
}
