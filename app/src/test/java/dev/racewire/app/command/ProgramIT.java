// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.racewire.app.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.config.provider.FileConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as it is called, with mistakes as people make them. */
class ProgramIT {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "broker",
                "registry",
                "ingest",
                "processor",
                "dashboard",
                "kafka-topics",
                "feeds",
                "parse",
                "matrix",
                "tail",
                "status",
                "backup",
                "audit",
                "prove",
                "retract",
                "dead-letters",
                "classify"
            })
    void everyCommandHasHelpWithItsExitCodes(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: racewire " + command, "3   no broker reachable");
    }

    @Test
    void makesALinkToAPageWithAToken() {
        assertThat(run("link", "--dashboard.token=s3cret", "--page=https://news.example/"))
                .isZero();
        assertThat(out.toString().strip())
                .matches("https://news\\.example/\\?once=\\d{10}\\.[0-9a-f]{32}\\.[0-9a-f]{64}")
                .doesNotContain("s3cret");
    }

    @Test
    void listsTheCommandsInGroups() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("Run", "Feeds", "Read", "Prove", "Taxonomy")
                .contains("  up ");
        assertThat(run("--version")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "matrx                                     | did you mean matrix?",
                "up --ingest.max-inflight 5                | unknown setting --ingest.max-inflight: did you mean ingest.max-in-flight?",
                "broker --broker.prot=9                    | unknown setting broker.prot: did you mean broker.port?",
                "up --ingest.max-in-flight many            | ingest.max-in-flight",
                "dashboard --ingest.contact=me             | --ingest.contact is no setting of 'dashboard'",
                "tail                                      | Missing required parameter: 'TOPIC'",
                "tail t --from yesterday                   | is no starting point",
                "tail t --filter nothing                   | is no filter",
                "link                                      | the page needs no link without dashboard.token",
                "link --dashboard.token=t --page=news      | news is no address",
                "matrix --last week                        | is no duration",
                "matrix --window P2D                       | is no window",
                "parse                                     | nothing to parse",
                "up --feeds /nowhere/list.csv              | cannot read the feed list /nowhere/list.csv",
                "up --config /nowhere/racewire.properties  | cannot read the configuration file",
            })
    void badUsageIsOneClearLineAndExitCode2(String line, String message) {
        assertThat(run(line.strip().split(" +"))).isEqualTo(2);
        assertThat(err.toString()).contains(message);
        assertThat(err.toString().lines()).hasSizeLessThan(4);
    }

    @Test
    void aBrokerThatIsNotThereIsExitCode3() {
        assertThat(run("audit", "--bootstrap-servers", "127.0.0.1:1")).isEqualTo(3);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "racewire: no broker answers at 127.0.0.1:1: is it running, is the address right,"
                                + " and does it want TLS (kafka.security.protocol)?");
    }

    @Test
    void aFileOfCertificatesThatIsNotThereIsNamed() {
        String missing = folder.resolve("missing.pem").toString();

        assertThat(run(
                        "audit",
                        "--bootstrap-servers=127.0.0.1:1",
                        "--kafka.security.protocol=SSL",
                        "--kafka.ssl.truststore.type=PEM",
                        "--kafka.ssl.truststore.location=" + missing))
                .isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo("racewire: Kafka's settings (kafka.*) can't be used: there is no file " + missing);
    }

    @Test
    void aFileOfPasswordsThatIsNotThereIsNamed() {
        String missing = folder.resolve("secrets").toString();

        assertThat(run(
                        "audit",
                        "--bootstrap-servers=127.0.0.1:1",
                        "--kafka.ssl.truststore.password=${file:" + missing + ":truststore}",
                        "--kafka.config.providers=file",
                        "--kafka.config.providers.file.class=" + FileConfigProvider.class.getName()))
                .isEqualTo(2);
        assertThat(err.toString().strip())
                .startsWith("racewire: Kafka's settings (kafka.*) can't be used: ")
                .endsWith(missing);
    }

    @Test
    void settingsThatABrokerRefusesAreNoMistakeOfOurs() {
        assertThat(run("broker", "--data-dir=" + folder.resolve("data"), "--broker.listeners=TLS://127.0.0.1:0"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("racewire: the broker's settings (broker.*) do not fit: ", "listener TLS")
                .doesNotContain("a mistake in Racewire");
    }

    @Test
    void aDirectoryThatIsNoneIsExitCode1() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(run("broker", "--data-dir", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("the data directory " + file + " is a file: name another with --data-dir");
    }

    @Test
    void aFileWithAnUnknownNameStopsTheStart() throws IOException {
        Path file = Files.writeString(folder.resolve("racewire.properties"), "ops.prot = 1\ningest.perhost = 2\n");

        assertThat(run("up", "--config", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("did you mean ops.port?", "did you mean ingest.per-host?");
    }

    @Test
    void parsesFilesAndSaysWhatIsNoFeed() throws IOException {
        Path feed = Files.writeString(folder.resolve("feed.xml"), """
                <rss version="2.0"><channel><title>T</title><item><title>One</title></item></channel></rss>""");
        Path empty = Files.createFile(folder.resolve("empty.xml"));
        Path list = Files.writeString(
                folder.resolve("list.jsonl"),
                "{\"file\":\"feed.xml\",\"content_type\":\"text/xml\",\"base_url\":\"http://h.example/\"}\n");

        assertThat(run("parse", feed.toString(), empty.toString(), "--input", list.toString()))
                .isZero();
        ObjectMapper json = new ObjectMapper();
        JsonNode[] lines = out.toString().lines().map(line -> read(json, line)).toArray(JsonNode[]::new);
        assertThat(lines).hasSize(3);
        assertThat(lines[0].at("/entries/0/title").asText()).isEqualTo("One");
        assertThat(lines[1].get("ok").asBoolean()).isFalse();
        assertThat(lines[2].get("file").asText()).isEqualTo("feed.xml");
        assertThat(run("parse", folder.resolve("missing.xml").toString())).isEqualTo(1);
    }

    private static JsonNode read(ObjectMapper json, String line) {
        try {
            return json.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }

    private int run(String... arguments) {
        return Main.program()
                .printingTo(new PrintWriter(out, true), new PrintWriter(err, true))
                .run(arguments);
    }
}
