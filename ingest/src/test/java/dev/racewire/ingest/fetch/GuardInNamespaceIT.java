// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The guard where private and public addresses are real: in a network namespace that holds them all on its loopback
 * device, with a name server whose names change their minds. Nothing private is reached; public addresses are.
 */
class GuardInNamespaceIT {

    @TempDir
    private Path directory;

    @Test
    void reachesThePublicAddressesAndNoOther() throws Exception {
        List<String> unshare = namespace();
        String name = Files.writeString(directory.resolve("resolv.conf"), "nameserver 127.0.0.1\noptions attempts:1\n")
                .toString();
        String addresses = Stream.concat(GuardMain.PRIVATE.stream(), GuardMain.PUBLIC.stream())
                .map(address -> "ip addr add " + address + (address.contains(":") ? "/128" : "/32") + " dev lo")
                .reduce("ip link set lo up && mount --bind " + name + " /etc/resolv.conf", (a, b) -> a + " && " + b);
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsun.net.inetaddr.ttl=0",
                "-Dsun.net.inetaddr.negative.ttl=0",
                "-cp",
                System.getProperty("java.class.path"),
                GuardMain.class.getName());
        List<String> command = new ArrayList<>(unshare);
        command.addAll(List.of("sh", "-c", addresses + " && exec \"$@\"", "sh"));
        command.addAll(java);
        String report = output(command);
        assertThat(report).contains("reached in private: 0\n", "public read: " + GuardMain.PUBLIC.size() + "\n");
        assertThat(report).doesNotContain("unexpected").contains("rebinding: 10 of 10\n");
    }

    /** The words that make a namespace, with the rights of root or as an ordinary user where the kernel lets it. */
    private static List<String> namespace() throws Exception {
        String unshare = "this system makes no network namespaces for us: run as root, with util-linux and iproute2";
        for (List<String> way : List.of(
                List.of("unshare", "-n", "-m", "--propagation", "private"),
                List.of("unshare", "-r", "-n", "-m", "--propagation", "private"))) {
            List<String> tried = new ArrayList<>(way);
            tried.addAll(List.of("sh", "-c", "ip link set lo up && mount --bind /etc/hosts /etc/resolv.conf"));
            try {
                if (new ProcessBuilder(tried).redirectErrorStream(true).start().waitFor() == 0) {
                    return way;
                }
            } catch (IOException e) {
                assumeTrue(false, unshare);
            }
        }
        assumeTrue(false, unshare);
        return List.of();
    }

    private static String output(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return text;
    }
}
