// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class SchemaRegistryServerIT {

    @Test
    void answersOverHttp() throws Exception {
        try (SchemaRegistryServer registry = new SchemaRegistryServer(0, "")) {
            registry.start();
            HttpResponse<String> answer = get(registry.url() + "/subjects/racewire%2Dcounts-value/versions");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("[1]");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.schemaregistry.v1+json");
            assertThat(get(registry.url() + "/schemas/ids/5/schema").body()).startsWith("{\"type\":\"record\"");
        }
    }

    @Test
    void takesTheNextPortWhenItsOwnIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SchemaRegistryServer registry = new SchemaRegistryServer(taken.getLocalPort(), "")) {
            registry.start();
            assertThat(registry.url()).doesNotEndWith(":" + taken.getLocalPort());
            assertThat(get(registry.url() + "/subjects").statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }
}
