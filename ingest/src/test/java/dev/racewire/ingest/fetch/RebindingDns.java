// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A name server of an attacker: {@code both.example} stands at a public and a private address, {@code rebind….example}
 * is public when it is asked first and private from then on.
 */
final class RebindingDns {

    private static final String PUBLIC = "8.8.4.4";
    private static final String PRIVATE = "10.1.2.3";
    private static final int HEADER = 12;

    private final DatagramSocket socket;
    private final Map<String, Integer> asked = new HashMap<>();

    private RebindingDns(DatagramSocket socket) {
        this.socket = socket;
    }

    static void start() throws IOException {
        RebindingDns server =
                new RebindingDns(new DatagramSocket(53, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
        Thread thread = new Thread(server::serve, "dns");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        try {
            while (true) {
                DatagramPacket question = new DatagramPacket(new byte[512], 512);
                socket.receive(question);
                byte[] answer = answer(question.getData());
                socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
            }
        } catch (IOException e) {
            System.out.println("unexpected: " + e);
        }
    }

    private byte[] answer(byte[] question) throws IOException {
        StringBuilder name = new StringBuilder();
        int at = HEADER;
        for (; question[at] != 0; at += question[at] + 1) {
            name.append(new String(question, at + 1, question[at], java.nio.charset.StandardCharsets.US_ASCII))
                    .append('.');
        }
        boolean v4 = question[at + 2] == 1;
        List<String> addresses = v4 ? addresses(name.toString()) : List.of();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(question, 0, 2);
        out.writeShort(0x8580);
        out.writeShort(1);
        out.writeShort(addresses.size());
        out.writeInt(0);
        out.write(question, HEADER, at + 5 - HEADER);
        for (String address : addresses) {
            out.writeShort(0xc000 | HEADER);
            out.writeShort(1);
            out.writeShort(1);
            out.writeInt(0);
            out.writeShort(4);
            out.write(InetAddress.getByName(address).getAddress());
        }
        return bytes.toByteArray();
    }

    private List<String> addresses(String name) {
        if (name.startsWith("both.")) {
            return List.of(PUBLIC, PRIVATE);
        }
        if (!name.startsWith("rebind")) {
            return List.of();
        }
        return asked.merge(name, 1, Integer::sum) == 1 ? List.of(PUBLIC) : List.of(PRIVATE);
    }
}
