// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Declared encodings, and what is really meant by them. Labels that mean nothing are passed over. */
final class CharsetNames {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    static final Charset EBCDIC = Charset.forName("IBM037");

    private static final Pattern XML =
            Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']\\s*([^\"'\\s>]{1,40})");
    private static final Pattern HTTP = Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([^\"'\\s;]{1,40})");

    private CharsetNames() {}

    /** In the order in which they are believed. */
    static List<Charset> declared(String declaration, @Nullable String contentType) {
        List<Charset> declared = new ArrayList<>(2);
        add(declared, XML.matcher(declaration));
        add(declared, HTTP.matcher(contentType == null ? "" : contentType));
        return declared;
    }

    /** A declared encoding that switches by escape sequences, so that its bytes pass for ASCII. */
    static @Nullable Charset stateful(String declaration, @Nullable String contentType) {
        for (Charset charset : declared(declaration, contentType)) {
            if (charset.name().startsWith("ISO-2022") || charset.name().startsWith("x-windows-iso2022")) {
                return charset;
            }
        }
        return null;
    }

    /** Declared by habit, without a look at the bytes. */
    static boolean isNotoriousLiar(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8)
                || charset.equals(WINDOWS_1252)
                || charset.name().startsWith("UTF-16")
                || charset.name().startsWith("UTF-32");
    }

    private static void add(List<Charset> charsets, Matcher matcher) {
        Charset charset = matcher.find() ? meant(matcher.group(1)) : null;
        if (charset != null) {
            charsets.add(charset);
        }
    }

    /** The encoding behind a label, its usual superset where one exists; null when there is no such encoding. */
    static @Nullable Charset meant(String label) {
        String name = label.toLowerCase(Locale.ROOT);
        String real = switch (name) {
            case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii" -> "windows-1252";
            case "iso-8859-9" -> "windows-1254";
            case "iso-8859-11", "tis-620" -> "x-windows-874";
            case "gb2312", "gb_2312-80", "gbk", "x-gbk" -> "GB18030";
            case "big5" -> "Big5-HKSCS";
            case "shift_jis", "shift-jis", "sjis", "x-sjis" -> "windows-31j";
            case "euc-kr", "ks_c_5601-1987", "ks_c_5601" -> "x-windows-949";
            case "iso-2022-jp" -> "x-windows-iso2022jp";
            default -> name;
        };
        try {
            return Charset.forName(real);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
