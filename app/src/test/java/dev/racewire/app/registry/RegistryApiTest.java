// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.racewire.schemas.Count;
import dev.racewire.schemas.SchemaHistory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.SchemaNormalization;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COUNT =
            SchemaHistory.bundled().byId(5).orElseThrow().schema().toString();
    private static final String FOREIGN = "{\"type\":\"record\",\"name\":\"Foreign\",\"fields\":[]}";

    private final RegistryApi api = new RegistryApi(new SchemaCatalogue(SchemaHistory.bundled(), ""));

    @ParameterizedTest
    @CsvSource({
        "/subjects/nobody/versions, 404, 40401",
        "/subjects/racewire-counts-value/versions/99, 404, 40402",
        "/subjects/racewire-counts-value/versions/zero, 422, 42202",
        "/subjects/racewire-counts-value/versions/0, 422, 42202",
        "/schemas/ids/9999, 404, 40403",
        "/schemas/ids/x, 404, 40403",
        "/schemas/ids/5/nothing, 404, 404",
        "/nothing, 404, 404",
    })
    void saysWhatIsMissing(String path, int status, int code) {
        Answer answer = get(path);
        assertThat(answer.status()).isEqualTo(status);
        assertRefused(answer, code);
    }

    @Test
    void listsSubjectsAndVersions() {
        assertThat(get("/subjects").body()).isEqualTo(catalogueSubjects());
        assertThat(get("/subjects/racewire-counts-value/versions").body()).isEqualTo(List.of(1));
        assertThat(get("/schemas/ids/5/subjects").body()).isEqualTo(List.of("racewire-counts-value"));
        assertThat(get("/schemas/types").body()).isEqualTo(List.of("AVRO"));
    }

    @Test
    void findsASchemaByIdAndByVersion() {
        assertThat(get("/schemas/ids/5").body()).isEqualTo(Map.of("schema", COUNT));
        Map<String, Object> described =
                Map.of("subject", "racewire-counts-value", "version", 1, "id", 5, "schema", COUNT);
        assertThat(get("/subjects/racewire-counts-value/versions/latest").body())
                .isEqualTo(described);
        assertThat(get("/subjects/racewire-counts-value/versions/-1").body()).isEqualTo(described);
        assertThat(get("/subjects/racewire-counts-value/versions/1").body()).isEqualTo(described);
    }

    @Test
    void registersWhatItKnowsAndRefusesWhatItDoesNot() {
        String canonical = SchemaNormalization.toParsingForm(Count.getClassSchema());
        assertThat(post("/subjects/racewire-counts-value/versions", COUNT).body())
                .isEqualTo(Map.of("id", 5));
        assertThat(post("/subjects/racewire-counts-value/versions", canonical).body())
                .isEqualTo(Map.of("id", 5));
        assertRefused(post("/subjects/racewire-counts-value/versions", FOREIGN), 42205);
        assertRefused(post("/subjects/racewire-counts-value", FOREIGN), 40403);
        assertRefused(post("/subjects/racewire-counts-value", "{no schema"), 42201);
        assertRefused(post("/subjects/nobody", COUNT), 40401);
    }

    @Test
    void judgesCompatibilityInBothDirections() {
        assertThat(post("/compatibility/subjects/racewire-counts-value/versions/latest", COUNT)
                        .body())
                .isEqualTo(Map.of("is_compatible", true));
        assertThat(post("/compatibility/subjects/racewire-counts-value/versions", FOREIGN)
                        .body())
                .isEqualTo(Map.of("is_compatible", false));
    }

    @Test
    void isReadOnly() {
        assertThat(api.answer("DELETE", List.of("subjects", "racewire-counts-value"), "")
                        .status())
                .isEqualTo(405);
        assertThat(get("/mode").body()).isEqualTo(Map.of("mode", "READONLY"));
        assertThat(get("/config/racewire-counts-value").body())
                .isEqualTo(Map.of("compatibilityLevel", "FULL_TRANSITIVE"));
    }

    @Test
    void carriesThePrefixOfASharedCluster() {
        RegistryApi shared = new RegistryApi(new SchemaCatalogue(SchemaHistory.bundled(), "team."));
        assertThat(shared.answer("GET", List.of("subjects", "team.racewire-counts-value", "versions"), "")
                        .body())
                .isEqualTo(List.of(1));
    }

    private static List<String> catalogueSubjects() {
        return SchemaHistory.bundled().all().stream()
                .map(schema -> schema.topic() + "-value")
                .distinct()
                .sorted()
                .toList();
    }

    private Answer get(String path) {
        return api.answer("GET", parts(path), "");
    }

    private Answer post(String path, String schema) {
        return api.answer(
                "POST",
                parts(path),
                JSON.createObjectNode().put("schema", schema).toString());
    }

    private static List<String> parts(String path) {
        return Arrays.asList(path.substring(1).split("/"));
    }

    private static void assertRefused(Answer answer, int code) {
        assertThat(answer.body()).asInstanceOf(InstanceOfAssertFactories.MAP).containsEntry("error_code", code);
    }
}
