// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Bodies made to exhaust a parser: nesting, numbers, lengths, repetition, entities, encodings, quotes that never close. */
final class HostileShapes {
    private static final int BIG = 5_000_000;

    private final Map<String, Supplier<byte[]>> shapes = new LinkedHashMap<>();

    private HostileShapes() {
        nesting();
        lengths();
        numbers();
        entities();
        tokens();
        encodings();
        json();
    }

    static Map<String, Supplier<byte[]>> all() {
        return new HostileShapes().shapes;
    }

    private void nesting() {
        for (int depth : new int[] {2_000, 10_000, 100_000, 700_000}) {
            nested("xhtml content nested " + depth, "<feed><entry><content type='xhtml'>", "<p>", depth);
            nested("description nested " + depth, "<rss><item><description>", "<b>", depth);
            nested("foreign element nested " + depth, "<rss><item>", "<x:y>", depth);
            nested("items nested " + depth, "<rss>", "<item>", depth);
        }
        nested("channels nested", "<rss>", "<channel>", 400_000);
        nested("media groups nested", "<rss><item>", "<media:group>", 300_000);
        nested("values nested in themselves", "<rss><item><title>", "<title>", 500_000);
        nested("unclosed roots", "", "<rss>", 900_000);
        nested("namespaces nested", "<rss>", "<item xmlns:a='urn:a' xmlns:b='urn:b'>", 100_000);
        nested("bases nested", "<rss>", "<item xml:base='a/'><link>x</link>", 100_000);
        add("deep stack, many strangers", () -> "<rss>" + "<item>".repeat(250) + "<q></w>".repeat(600_000));
    }

    private void nested(String name, String before, String open, int depth) {
        int times = Math.min(depth, BIG / open.length());
        String name1 = open.substring(1).split("[ >]")[0];
        shapes.put(name, () -> bytes(before + open.repeat(times) + "x" + ("</" + name1 + ">").repeat(times)));
    }

    private void lengths() {
        item("title of 5 MB", () -> "<title>" + "word ".repeat(BIG / 5) + "</title>");
        item("digits of 5 MB for a date", () -> "<pubDate>" + "1".repeat(BIG) + "</pubDate>");
        item("spaces of 5 MB for a date", () -> "<pubDate>" + " ".repeat(BIG) + "1</pubDate>");
        item("link of 5 MB", () -> "<link>http://a.example/" + "a".repeat(BIG) + "</link>");
        item("guid of 5 MB", () -> "<guid>" + "a".repeat(BIG) + "</guid>");
        item("language of 5 MB", () -> "<dc:language>" + "a".repeat(BIG) + "</dc:language>");
        add("element name of 5 MB", () -> "<rss><" + "a".repeat(BIG) + "/></rss>");
        add("attribute of 5 MB", () -> "<rss a='" + "a".repeat(BIG) + "'><item/></rss>");
        add(
                "base of 1 MB",
                () -> "<rss xml:base='http://a/" + "a".repeat(1_000_000) + "/'>"
                        + "<item><link>x</link></item>".repeat(150_000));
        add(
                "base of 2 kB for many",
                () -> "<feed xml:base='http://a/" + "a".repeat(2_000) + "/'>"
                        + "<entry><id>/x</id></entry>".repeat(180_000));
        add("declaration of 1 MB", () -> "<?xml version='1.0'" + " ".repeat(1_000_000) + "?><rss/>");
        add("leading white space", () -> " \n".repeat(BIG / 2) + "<rss/>");
        add("leading comments", () -> "<!-- x -->".repeat(BIG / 10) + "<rss/>");
        add("leading junk", () -> "x".repeat(BIG) + "<rss/>");
    }

    private void numbers() {
        add(
                "small items",
                () -> "<rss><channel>" + "<item><title>t</title><link>http://a/</link></item>".repeat(100_000));
        add("empty items", () -> "<rss>" + "<item/>".repeat(2_000_000));
        add("empty elements", () -> "<rss>" + "<a/>".repeat(1_250_000));
        item("categories", () -> "<category>x</category>".repeat(220_000));
        item("titles in one item", () -> "<title>&amp;</title>".repeat(250_000));
        item("blank titles in one item", () -> "<title> </title>".repeat(300_000));
        item("bad dates", () -> "<pubDate>32 Jan 2026 99:00:00</pubDate>".repeat(120_000));
        item("dates of strange words", () -> "<pubDate>" + "zz/yy ".repeat(15) + "</pubDate>");
        add(
                "items with dates of strange words",
                () -> "<rss>" + ("<item><pubDate>" + "a/b ".repeat(20) + "</pubDate></item>").repeat(45_000));
        add("namespaces on many elements", () -> "<rss>" + "<x xmlns:a='urn:1'></x>".repeat(200_000));
        StringBuilder many = new StringBuilder("<rss ");
        for (int i = 0; i < 60_000; i++) {
            many.append("xmlns:n").append(i).append("='urn:").append(i).append("' ");
        }
        add("namespaces on one element", () -> many + "><item/></rss>");
        StringBuilder attributes = new StringBuilder("<rss ");
        for (int i = 0; i < 300_000; i++) {
            attributes.append('a').append(i).append("='' ");
        }
        add("attributes on one element", () -> attributes + "><item/></rss>");
        item("skip hours", () -> "<hour>1</hour>".repeat(300_000));
    }

    private void entities() {
        String laughs = "<!DOCTYPE r [<!ENTITY a0 'ha'>"
                + "<!ENTITY a1 '&a0;&a0;&a0;&a0;'><!ENTITY a2 '&a1;&a1;&a1;&a1;'>".repeat(20)
                + "]><rss><item><title>&a2;&a2;</title></item></rss>";
        add("billion laughs", () -> laughs);
        add(
                "quadratic blow-up",
                () -> "<!DOCTYPE r [<!ENTITY a '" + "a".repeat(50_000) + "'>]><rss><item><title>" + "&a;".repeat(50_000)
                        + "</title></item></rss>");
        add(
                "external entity",
                () ->
                        "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><item><title>&x;</title></item></rss>");
        add("external doctype", () -> "<!DOCTYPE rss SYSTEM 'http://169.254.169.254/'><rss><item/></rss>");
        add("parameter entity", () -> "<!DOCTYPE r [<!ENTITY % p SYSTEM 'http://127.0.0.1/'> %p;]><rss><item/></rss>");
        add("doctype that never ends", () -> "<!DOCTYPE r [" + "<!ENTITY a 'b'>".repeat(300_000));
        add("doctypes that never end", () -> "<!DOCTYPE r '".repeat(350_000));
        item("ampersands", () -> "<title>" + "&".repeat(BIG) + "</title>");
        item("references", () -> "<title>" + "&amp;".repeat(1_000_000) + "</title>");
        item("unclosed reference", () -> "<title>&" + "a".repeat(BIG) + "</title>");
        item("references to nothing", () -> "<title>" + "&#xD800;&#0;&#99999999999;".repeat(150_000) + "</title>");
        item("twice escaped markup", () -> "<description>" + "&lt;p&gt;&amp;lt;".repeat(300_000) + "</description>");
    }

    private void tokens() {
        add("angle brackets", () -> "<".repeat(BIG));
        add("closing brackets", () -> "<rss>" + ">".repeat(BIG));
        add("end tags", () -> "<rss>" + "</a>".repeat(1_200_000));
        add("end tags without end", () -> "<rss>" + "</a".repeat(1_500_000));
        add("start tags without end", () -> "<rss>" + "<a ".repeat(1_500_000));
        add("quotes without end", () -> "<rss>" + "<a b=\"".repeat(800_000));
        add("quotes of both kinds", () -> "<rss>" + "<a b='\" c=\"'>".repeat(350_000));
        add("comments without end", () -> "<rss>" + "<!-- ".repeat(1_000_000));
        add("sections without end", () -> "<rss>" + "<![CDATA[".repeat(500_000));
        add("instructions without end", () -> "<rss>" + "<?x ".repeat(1_000_000));
        item("sections", () -> "<title>" + "<![CDATA[]]>".repeat(400_000) + "</title>");
        String[] pieces = {
            "<!--",
            "<script>",
            "<a b=\"",
            "<a b='",
            "<![CDATA[",
            "<!x ",
            "</",
            "<p ",
            "]]>",
            "<script/",
            "<style><script>"
        };
        for (String piece : pieces) {
            item(
                    "escaped " + piece,
                    () -> "<description>" + piece.replace("<", "&lt;").repeat(BIG / 20) + "</description>");
        }
    }

    private void encodings() {
        raw(
                "doctype in UTF-16",
                () -> "<!DOCTYPE r [<!ENTITY a 'b'>]><rss><item/></rss>".getBytes(StandardCharsets.UTF_16));
        raw("UTF-7", () -> "+ADw-rss+AD4-+ADw-item/+AD4-".getBytes(StandardCharsets.US_ASCII));
        raw("half characters", () -> filled((byte) 0xC3));
        raw("continuations", () -> filled((byte) 0x80));
        raw("zero bytes", () -> new byte[BIG]);
        raw("all ones", () -> filled((byte) 0xFF));
        raw(
                "escape sequences",
                () -> ("<?xml version='1.0' encoding='iso-2022-jp'?><rss>" + "\u001B$B".repeat(1_000_000))
                        .getBytes(StandardCharsets.US_ASCII));
        raw(
                "text of a single-byte charset",
                () -> ("<rss><item><title>" + "ä ö ü ".repeat(800_000)).getBytes(Charset.forName("windows-1252")));
        raw(
                "a gigantic Chinese title",
                () -> ("<rss><item><title>" + "人工智能".repeat(400_000) + "</title></item>")
                        .getBytes(StandardCharsets.UTF_8));
        item("control characters", () -> "<title>" + "\u0001\u0000\u0085".repeat(1_000_000) + "</title>");
        add("nothing but a mark", () -> "\uFEFF");
    }

    private void json() {
        add("JSON arrays nested", () -> "{\"items\":" + "[".repeat(1_000_000));
        add("JSON objects nested", () -> "{\"items\":[" + "{\"a\":".repeat(800_000));
        add("JSON of 300,000 items", () -> "{\"version\":\"1.1\",\"items\":[" + "{\"id\":1},".repeat(300_000) + "]}");
        add("JSON string of 5 MB", () -> "{\"version\":\"1.1\",\"title\":\"" + "a".repeat(BIG) + "\",\"items\":[]}");
        add("JSON number of 5 MB", () -> "{\"version\":\"1.1\",\"items\":[{\"id\":" + "1".repeat(BIG) + "}]}");
        StringBuilder names = new StringBuilder("{\"items\":[]");
        for (int i = 0; i < 300_000; i++) {
            names.append(",\"k").append(i).append("\":1");
        }
        add("JSON of 300,000 names", () -> names + "}");
    }

    private static byte[] filled(byte value) {
        byte[] bytes = new byte[BIG];
        Arrays.fill(bytes, value);
        return bytes;
    }

    private void item(String name, Supplier<String> inside) {
        add(name, () -> "<rss><channel><item>" + inside.get() + "</item></channel></rss>");
    }

    private void add(String name, Supplier<String> text) {
        shapes.put(name, () -> bytes(text.get()));
    }

    private void raw(String name, Supplier<byte[]> body) {
        shapes.put(name, body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
