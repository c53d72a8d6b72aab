// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racewire.app.AppSettings;
import dev.racewire.app.Main;
import dev.racewire.runtime.config.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Compose file, Kubernetes overlay, service units and sample configuration name only what the program has. */
class DeploymentFilesTest {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern VARIABLE = Pattern.compile("RACEWIRE_[A-Z0-9_]+");
    private static final Pattern SETTING = Pattern.compile("(?m)^(?:# )?([a-z][a-z0-9.-]+) = ");
    private static final Pattern UNIT = Pattern.compile("ExecStart=/opt/racewire/racewire (\\S+)");
    private static final Set<String> TOP = Set.of("services", "volumes", "networks", "configs", "secrets", "name");
    private static final Set<String> SERVICE = Set.of(
            "image",
            "build",
            "user",
            "read_only",
            "tmpfs",
            "mem_limit",
            "cpus",
            "pids_limit",
            "stop_grace_period",
            "depends_on",
            "restart",
            "cap_drop",
            "security_opt",
            "logging",
            "command",
            "environment",
            "volumes",
            "ports",
            "healthcheck",
            "profiles");

    @Test
    void namesOnlyVariablesThatAreSettings() throws IOException {
        Set<String> known = AppSettings.define().names().stream()
                .map(Settings::environmentName)
                .collect(Collectors.toCollection(TreeSet::new));
        known.addAll(Set.of("RACEWIRE_JAVA_OPTS", "RACEWIRE_CONTACT")); // the launcher's, and the compose file's own
        for (Path file : files("Dockerfile", "docker-compose.yml", "ops/kubernetes", "ops/systemd")) {
            Matcher variable = VARIABLE.matcher(Files.readString(file));
            while (variable.find()) {
                assertThat(known).as("in %s", file).contains(variable.group());
            }
        }
    }

    @Test
    void namesOnlySettingsInTheSampleConfiguration() throws IOException {
        Matcher setting = SETTING.matcher(Files.readString(HOME.resolve("ops/racewire.properties")));
        List<String> found = new ArrayList<>();
        while (setting.find()) {
            found.add(setting.group(1));
        }
        assertThat(found).hasSizeGreaterThan(5);
        assertThat(found)
                .allMatch(name -> AppSettings.define().names().contains(name)
                        || Settings.PASS_THROUGH.stream().anyMatch(name::startsWith));
    }

    @Test
    void callsOnlyCommandsThatExist() throws IOException {
        List<List<String>> calls = new ArrayList<>();
        ours().forEach((name, service) -> calls.add(words(service.get("command"))));
        for (Object document : kubernetes()) {
            find(document, "args").forEach(args -> calls.add(words(args)));
        }
        for (Path unit : files("ops/systemd")) {
            Matcher call = UNIT.matcher(Files.readString(unit));
            assertThat(call.find()).as("in %s", unit).isTrue();
            calls.add(List.of(call.group(1)));
        }
        assertThat(calls).hasSizeGreaterThan(12);
        calls.forEach(call -> assertThat(helpOf(call)).as("%s", call).isZero());
    }

    private static int helpOf(List<String> call) {
        List<String> words = new ArrayList<>(call.stream()
                .takeWhile(word -> !word.startsWith("-") && !word.startsWith("/"))
                .toList());
        words.add("--help");
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return Main.program().printingTo(nowhere, nowhere).run(words.toArray(String[]::new));
    }

    @Test
    void keepsOurContainersSmallAndLocked() throws IOException {
        Map<String, Map<String, Object>> ours = ours();
        assertThat(ours).containsKeys("ingest", "processor", "processor-2", "dashboard", "registry", "topics");
        ours.forEach((name, service) -> {
            assertThat(service).as(name).containsEntry("user", "10001").containsEntry("read_only", true);
            assertThat(service).as(name).containsKeys("mem_limit", "cpus", "pids_limit", "cap_drop", "security_opt");
        });
    }

    @Test
    void publishesPortsOnLoopbackOnly() throws IOException {
        services()
                .forEach((name, service) -> words(service.getOrDefault("ports", List.of()))
                        .forEach(port -> assertThat(port).as(name).startsWith("127.0.0.1:")));
    }

    @Test
    void holdsTogether() throws IOException {
        Map<String, Object> compose = compose();
        assertThat(compose.keySet()).allMatch(key -> TOP.contains(key) || key.startsWith("x-"));
        Set<String> names = services().keySet();
        Collection<?> volumes = ((Map<?, ?>) compose.get("volumes")).keySet();
        services().forEach((name, service) -> {
            assertThat(SERVICE).as("keys of %s", name).containsAll(service.keySet());
            assertThat(names).as("what %s waits for", name).containsAll(keys(service.get("depends_on")));
            for (String volume : words(service.getOrDefault("volumes", List.of()))) {
                String source = volume.substring(0, volume.indexOf(':'));
                boolean there = source.startsWith("./") ? Files.exists(HOME.resolve(source)) : volumes.contains(source);
                assertThat(there).as("%s of %s", source, name).isTrue();
            }
        });
    }

    @Test
    void givesEveryPodProbesLimitsAndNoPrivilege() throws IOException {
        int pods = 0;
        for (Object document : kubernetes()) {
            for (Object containers : find(document, "containers")) {
                Map<?, ?> container = (Map<?, ?>) ((List<?>) containers).get(0);
                Map<?, ?> security = (Map<?, ?>) container.get("securityContext");
                assertThat(security.get("readOnlyRootFilesystem")).isEqualTo(true);
                assertThat(security.get("allowPrivilegeEscalation")).isEqualTo(false);
                assertThat(((Map<?, ?>) container.get("resources")).get("limits"))
                        .isNotNull();
                boolean job = ((Map<?, ?>) document).get("kind").equals("Job");
                assertThat(container.containsKey("readinessProbe")).isEqualTo(!job);
                pods++;
            }
        }
        assertThat(pods).isEqualTo(5);
    }

    private static Map<String, Map<String, Object>> ours() throws IOException {
        return services().entrySet().stream()
                .filter(service -> "racewire:local".equals(service.getValue().get("image")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services() throws IOException {
        return (Map<String, Map<String, Object>>) compose().get("services");
    }

    private static Map<String, Object> compose() throws IOException {
        return yaml().load(Files.readString(HOME.resolve("docker-compose.yml")));
    }

    private static List<Object> kubernetes() throws IOException {
        List<Object> documents = new ArrayList<>();
        for (Path file : files("ops/kubernetes")) {
            yaml().loadAll(Files.readString(file)).forEach(documents::add);
        }
        return documents;
    }

    private static Yaml yaml() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }

    /** The values of that key anywhere in a document. */
    private static List<Object> find(Object node, String key) {
        List<Object> found = new ArrayList<>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((name, value) -> found.addAll(name.equals(key) ? List.of(value) : find(value, key)));
        } else if (node instanceof List<?> list) {
            list.forEach(each -> found.addAll(find(each, key)));
        }
        return found;
    }

    private static List<String> words(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static List<String> keys(Object waitsFor) {
        return waitsFor instanceof Map<?, ?> map ? words(List.copyOf(map.keySet())) : List.of();
    }

    private static List<Path> files(String... names) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String name : names) {
            try (Stream<Path> files = Files.walk(HOME.resolve(name))) {
                files.filter(Files::isRegularFile).sorted().forEach(found::add);
            }
        }
        return found;
    }
}
