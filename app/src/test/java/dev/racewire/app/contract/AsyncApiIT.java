// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.app.foreign.ForeignProgram;
import dev.racewire.app.foreign.Tools;
import dev.racewire.app.registry.SchemaRegistryServer;
import dev.racewire.schemas.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document that the registry serves is what AsyncAPI's own parser takes, without a complaint. */
class AsyncApiIT {

    @TempDir
    private Path folder;

    @Test
    void theParserHasNothingToSay() throws Exception {
        Path modules = Tools.npm("asyncapi", "@asyncapi/parser@3.6.6", "@asyncapi/avro-schema-parser@3.1.0");
        Files.writeString(folder.resolve("asyncapi.yaml"), served());
        try (var script = AsyncApiIT.class.getResourceAsStream("parse.js")) {
            Files.write(folder.resolve("parse.js"), script.readAllBytes());
        }
        Map<String, String> environment = Map.of("NODE_PATH", modules.toString());

        try (ForeignProgram node =
                ForeignProgram.start(folder, environment, List.of("sh", "-c", "node parse.js < asyncapi.yaml"))) {
            assertThat(node.end()).as(node.complaints()).isZero();
            assertThat(node.lines()).containsExactly("channels: " + Topics.all().size());
        }
    }

    private static String served() throws Exception {
        try (SchemaRegistryServer registry = new SchemaRegistryServer(0, "desk-")) {
            registry.start();
            HttpRequest request = HttpRequest.newBuilder(URI.create(registry.url() + "/asyncapi.yaml"))
                    .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).contains("desk-racewire-counts", registry.url());
            return answer.body();
        }
    }
}
