// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.schemas.KafkaTopic;
import dev.racewire.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The documents in the repository are those of today's schemas; {@code -Dgolden.update} writes them anew. */
class ContractDocumentsTest {

    private static final Path DOCS = Path.of("..", "docs", "contracts");

    /** What the standard knows of a property's type. */
    private static final Set<String> LOGICAL_TYPES =
            Set.of("string", "date", "timestamp", "time", "number", "integer", "object", "array", "boolean");

    static List<KafkaTopic> topics() {
        return Topics.all();
    }

    @Test
    void theAsyncApiDocumentIsUpToDate() throws IOException {
        compare("asyncapi.yaml", AsyncApiDocument.yaml("", "127.0.0.1:9092", "http://127.0.0.1:8081"));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyContractIsUpToDate(KafkaTopic topic) throws IOException {
        compare(topic.name() + ".odcs.yaml", DataContract.yaml(topic));
    }

    @Test
    void aPrefixIsInAddressesOnly() {
        String document = AsyncApiDocument.yaml("desk-", "broker:9092", "http://registry:8081");

        Map<String, Object> channels = map(map(document).get("channels"));
        assertThat(map(channels.get("racewire-counts"))).containsEntry("address", "desk-racewire-counts");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyContractHasWhatTheStandardAsksFor(KafkaTopic topic) {
        Map<String, Object> contract = map(DataContract.yaml(topic));

        assertThat(contract).containsEntry("apiVersion", "v3.1.0").containsEntry("kind", "DataContract");
        assertThat(contract)
                .containsOnlyKeys(
                        "apiVersion",
                        "kind",
                        "id",
                        "name",
                        "version",
                        "status",
                        "description",
                        "servers",
                        "schema",
                        "slaProperties");
        assertThat(list(contract.get("slaProperties")))
                .extracting(level -> map(level).get("property"))
                .containsExactly("freshness", "completeness", "retention");
        list(contract.get("schema")).forEach(object -> checkProperties(map(object)));
    }

    private static void checkProperties(Map<String, Object> object) {
        for (Object entry : object.get("properties") == null ? List.of() : list(object.get("properties"))) {
            Map<String, Object> property = map(entry);
            assertThat(property).containsKeys("name", "description", "required", "physicalType");
            assertThat(LOGICAL_TYPES).contains((String) property.get("logicalType"));
            checkProperties(property);
        }
        if (object.get("items") != null) {
            checkProperties(map(object.get("items")));
        }
    }

    private static void compare(String name, String today) throws IOException {
        Path file = DOCS.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(DOCS);
            Files.writeString(file, today);
        }
        assertThat(file).as("-Dgolden.update writes it anew").exists();
        assertThat(Files.readString(file))
                .as("%s: -Dgolden.update writes it anew", file)
                .isEqualTo(today);
    }

    private static Map<String, Object> map(String yaml) {
        Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return map(loaded);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
