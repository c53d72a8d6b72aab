// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.foreign;

import static org.awaitility.Awaitility.await;

import dev.racewire.app.broker.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Apicurio Registry, as Maven Central has it, on loopback with its schemas in memory. */
public final class Apicurio implements AutoCloseable {

    private static final String VERSION = "3.3.3";
    private static final int OLDEST_JAVA = 21;

    private final ForeignProgram program;
    private final String url;

    private Apicurio(ForeignProgram program, String url) {
        this.program = program;
        this.url = url;
    }

    /** Starts one; the test is skipped where it, or a Java that is new enough for it, is missing. */
    public static Apicurio start(Path folder) throws IOException {
        Path archive = Path.of(
                System.getProperty("user.home"),
                ".m2/repository/io/apicurio/apicurio-registry-app/" + VERSION + "/apicurio-registry-app-" + VERSION
                        + "-all.tar.gz");
        Assumptions.assumeTrue(
                Files.exists(archive),
                "no Apicurio Registry: mvn dependency:get -Dartifact=io.apicurio:apicurio-registry-app:" + VERSION
                        + ":tar.gz:all unskips it");
        String java = java();
        Tools.succeeds(folder, "tar", "xzf", archive.toString());
        Path jar;
        try (Stream<Path> files = Files.walk(folder, 3)) {
            jar = files.filter(file -> file.endsWith("quarkus-run.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no quarkus-run.jar in " + archive));
        }
        int port = Ports.freeFrom(0);
        int management = Ports.freeFrom(0);
        ForeignProgram program = ForeignProgram.start(
                jar.getParent(),
                Map.of(),
                List.of(
                        java,
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=" + management,
                        "-jar",
                        jar.getFileName().toString()));
        Apicurio apicurio = new Apicurio(program, "http://127.0.0.1:" + port + "/apis/ccompat/v7");
        await().atMost(Duration.ofSeconds(90)).ignoreExceptions().until(() -> apicurio.answers());
        return apicurio;
    }

    private static String java() throws IOException {
        if (Runtime.version().feature() >= OLDEST_JAVA) {
            return Path.of(System.getProperty("java.home"), "bin", "java").toString();
        }
        Path all = Path.of("/usr/lib/jvm");
        Assumptions.assumeTrue(
                Files.isDirectory(all), "Apicurio needs a JDK 21 or newer: one in " + all + " unskips it");
        try (Stream<Path> found = Files.list(all)) {
            return found.filter(jdk -> jdk.getFileName().toString().matches(".*2[1-9].*"))
                    .map(jdk -> jdk.resolve("bin").resolve("java"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseGet(
                            () -> Assumptions.abort("Apicurio needs a JDK 21 or newer: one in " + all + " unskips it"))
                    .toString();
        }
    }

    private boolean answers() throws IOException, InterruptedException {
        if (!program.isAlive()) {
            throw new AssertionError(String.join("\n", program.lines()) + program.complaints());
        }
        return send("GET", "/subjects", "").statusCode() == 200;
    }

    /** Its interface by Confluent's calls. */
    public String url() {
        return url;
    }

    /** Asks it for something. */
    public HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        program.close();
    }
}
