// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.browser;

import java.util.ArrayList;
import java.util.List;

/** Texts that a page which handles text carelessly would run. Each sets {@code window.pwned}. */
final class Payloads {

    private static final List<String> CORES = List.of(
            "<script>window.pwned=1</script>",
            "<img src=x onerror=window.pwned=1>",
            "<svg onload=window.pwned=1>",
            "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
            "<a href=\"javascript:window.pwned=1\">x</a>",
            "javascript:window.pwned=1",
            "<details open ontoggle=window.pwned=1>",
            "<input autofocus onfocus=window.pwned=1>",
            "<math><mi xlink:href=\"javascript:window.pwned=1\">",
            "<style>@import 'http://evil.example/x.css';</style>",
            "<link rel=stylesheet href=http://evil.example/x.css>",
            "<base href=http://evil.example/>",
            "<meta http-equiv=refresh content='0;url=http://evil.example/'>",
            "{{constructor.constructor('window.pwned=1')()}}",
            "${window.pwned=1}",
            "data:text/html,<script>window.pwned=1</script>",
            "\u202e<script>window.pwned=1</script>",
            "&lt;script&gt;window.pwned=1&lt;/script&gt;",
            "<!--><script>window.pwned=1</script>-->");

    private static final List<String> FRAMES =
            List.of("%s", "\"'>%s", "</title></textarea>%s", "]]>%s", "%s\u0007", "</mark>%s<mark>");

    private Payloads() {}

    static List<String> all() {
        List<String> all = new ArrayList<>();
        for (String frame : FRAMES) {
            CORES.forEach(core -> all.add(frame.replace("%s", core)));
        }
        return all;
    }
}
