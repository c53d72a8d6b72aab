// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.http;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A file of the page: where it is asked for, and where it lies in the jar.
 *
 * @param path path in the address
 * @param resource path in the jar
 */
record PageFile(String path, String resource, String contentType) {

    private static final String OWN = "/dev/racewire/dashboard/page";
    private static final String UPLOT = "org.webjars.npm/uplot";
    private static final List<String> SCRIPTS = List.of(
            "main", "state", "api", "words", "dom", "status", "filters", "measure", "usual", "matrix", "lines",
            "stories", "why", "cite", "feeds", "theme", "ops");
    private static final List<String> LANGUAGES = List.of("en", "id", "zh");

    /** All files there are. */
    static List<PageFile> all() throws IOException {
        List<PageFile> files = new ArrayList<>();
        files.add(new PageFile("/", OWN + "/index.html", "text/html; charset=utf-8"));
        files.add(new PageFile("/ops", OWN + "/ops.html", "text/html; charset=utf-8"));
        files.add(new PageFile("/style.css", OWN + "/style.css", "text/css; charset=utf-8"));
        files.add(new PageFile(
                "/api/openapi.yaml", "/dev/racewire/dashboard/api/openapi.yaml", "application/yaml; charset=utf-8"));
        files.add(new PageFile("/icon.svg", OWN + "/icon.svg", "image/svg+xml"));
        SCRIPTS.forEach(name -> files.add(script("/js/" + name + ".js", OWN + "/js/" + name + ".js")));
        LANGUAGES.forEach(tag ->
                files.add(new PageFile("/i18n/" + tag + ".json", OWN + "/i18n/" + tag + ".json", "application/json")));
        String dist = "/META-INF/resources/webjars/uplot/" + version() + "/dist/";
        files.add(script("/lib/uplot/uplot.js", dist + "uPlot.iife.min.js"));
        files.add(new PageFile("/lib/uplot/uplot.css", dist + "uPlot.min.css", "text/css; charset=utf-8"));
        return files;
    }

    private static PageFile script(String path, String resource) {
        return new PageFile(path, resource, "text/javascript; charset=utf-8");
    }

    /** The version is a part of the path in the jar, but not in the address: an upgrade moves nothing. */
    private static String version() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = open("/META-INF/maven/" + UPLOT + "/pom.properties")) {
            properties.load(in);
        }
        return properties.getProperty("version", "");
    }

    byte[] read() throws IOException {
        try (InputStream in = open(resource)) {
            return in.readAllBytes();
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = PageFile.class.getResourceAsStream(resource);
        if (in == null) {
            throw new FileNotFoundException("the jar lacks " + resource + ": build it anew");
        }
        return in;
    }
}
