// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.foreign;

import dev.racewire.app.broker.BrokerConfig;
import dev.racewire.app.broker.EmbeddedBroker;
import dev.racewire.app.broker.Ports;
import dev.racewire.runtime.kafka.KafkaClients;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A broker with an authorizer and, for everybody but its administrator, TLS and passwords. The administrator comes by
 * the plain listener on loopback, which a cluster would keep for its brokers.
 */
public final class SecuredBroker implements AutoCloseable {

    private static final String PASSWORD = "secret-of-a-test";
    private static final int ITERATIONS = 4096;

    private final EmbeddedBroker broker;
    private final int port;
    private final Path certificate;

    private SecuredBroker(EmbeddedBroker broker, int port, Path certificate) {
        this.broker = broker;
        this.port = port;
        this.certificate = certificate;
    }

    /** Starts one that keeps its data and its certificate in that folder. */
    public static SecuredBroker start(Path folder) throws Exception {
        Path keys = folder.resolve("broker.p12");
        Path certificate = folder.resolve("broker.pem");
        keytool(
                "-genkeypair",
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "broker",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD,
                "-file",
                certificate.toString());
        int plain = Ports.freeFrom(0);
        int secured = Ports.freeFrom(0);
        Map<String, String> settings = new HashMap<>();
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + plain + ",SECURED://127.0.0.1:" + secured);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SECURED:SASL_SSL");
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:ANONYMOUS");
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put(
                "listener.name.secured.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        settings.put("ssl.keystore.type", "PKCS12");
        settings.put("ssl.keystore.location", keys.toString());
        settings.put("ssl.keystore.password", PASSWORD);
        settings.put("ssl.key.password", PASSWORD);
        EmbeddedBroker broker = new EmbeddedBroker(new BrokerConfig(folder.resolve("broker"), plain, settings));
        broker.start();
        return new SecuredBroker(broker, secured, certificate);
    }

    private static void keytool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        if (!Tools.succeeds(Path.of("."), command.toArray(new String[0]))) {
            throw new IOException("keytool failed: " + command);
        }
    }

    /** Clients of the administrator. */
    public KafkaClients administrator() {
        return KafkaClients.of(broker.bootstrapServers());
    }

    /** Address for everybody else. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** What somebody with that account sets. */
    public Map<String, String> settings(String user) {
        return settings(user, PASSWORD);
    }

    /** The same with another password. */
    public Map<String, String> settings(String user, String password) {
        return Map.of(
                "security.protocol", "SASL_SSL",
                "sasl.mechanism", "SCRAM-SHA-512",
                "sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user
                                + "\" password=\"" + password + "\";",
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", certificate.toString());
    }

    /** Clients with that account. */
    public KafkaClients clients(String user) {
        return new KafkaClients(bootstrapServers(), "", settings(user), Map.of(), Map.of(), Map.of());
    }

    /** Adds accounts. */
    public void addUsers(Admin admin, String... users) throws Exception {
        List<UserScramCredentialAlteration> accounts = new ArrayList<>();
        for (String user : users) {
            ScramCredentialInfo scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
            accounts.add(new UserScramCredentialUpsertion(user, scram, PASSWORD));
        }
        admin.alterUserScramCredentials(accounts).all().get();
    }

    /** The bindings that a line of {@code kafka-acls.sh --add} makes. */
    public static List<AclBinding> bindings(String line) {
        String[] words = line.split(" ");
        String principal = "";
        ResourceType type = ResourceType.UNKNOWN;
        String name = "";
        PatternType pattern = PatternType.LITERAL;
        List<AclOperation> operations = new ArrayList<>();
        for (int i = 0; i < words.length - 1; i++) {
            switch (words[i]) {
                case "--allow-principal" -> principal = words[i + 1];
                case "--operation" -> operations.add(operation(words[i + 1]));
                case "--resource-pattern-type" ->
                    pattern = PatternType.fromString(words[i + 1].toUpperCase(Locale.ROOT));
                case "--topic", "--group", "--transactional-id" -> {
                    type = ResourceType.fromString(words[i].substring(2).replace('-', '_'));
                    name = words[i + 1];
                }
                case "--cluster" -> {
                    type = ResourceType.CLUSTER;
                    name = "kafka-cluster";
                }
                default -> {}
            }
        }
        ResourcePattern resource = new ResourcePattern(type, name, pattern);
        List<AclBinding> bindings = new ArrayList<>();
        for (AclOperation operation : operations) {
            bindings.add(new AclBinding(
                    resource, new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW)));
        }
        return bindings;
    }

    private static AclOperation operation(String name) {
        return AclOperation.fromString(name.replaceAll("(?<=[a-z])(?=[A-Z])", "_"));
    }

    @Override
    public void close() {
        broker.close();
    }
}
