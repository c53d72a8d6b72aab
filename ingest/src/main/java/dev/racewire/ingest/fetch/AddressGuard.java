// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Tells public addresses from those that a feed has no business to lead to: a hostile list or redirect could otherwise
 * read this machine's or this network's own services. IPv4 addresses inside IPv6 ones are looked at too.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA special-purpose registries</a>
 */
final class AddressGuard {

    private static final List<Range> FORBIDDEN = List.of(
            range("0.0.0.0", 8, "this network"),
            range("10.0.0.0", 8, "private"),
            range("100.64.0.0", 10, "carrier's private"),
            range("127.0.0.0", 8, "loopback"),
            range("169.254.0.0", 16, "link-local"),
            range("172.16.0.0", 12, "private"),
            range("192.0.0.0", 24, "special"),
            range("192.0.2.0", 24, "documentation"),
            range("192.88.99.0", 24, "special"),
            range("192.168.0.0", 16, "private"),
            range("198.18.0.0", 15, "benchmarking"),
            range("198.51.100.0", 24, "documentation"),
            range("203.0.113.0", 24, "documentation"),
            range("224.0.0.0", 4, "multicast"),
            range("240.0.0.0", 4, "reserved"),
            range("::", 128, "unspecified"),
            range("::1", 128, "loopback"),
            range("64:ff9b:1::", 48, "private translation"),
            range("100::", 64, "discard"),
            range("2001:2::", 48, "benchmarking"),
            range("2001:10::", 28, "special"),
            range("2001:db8::", 32, "documentation"),
            range("3fff::", 20, "documentation"),
            range("5f00::", 16, "special"),
            range("fc00::", 7, "private"),
            range("fe80::", 10, "link-local"),
            range("fec0::", 10, "site-local"),
            range("ff00::", 8, "multicast"));

    /** Where an IPv6 address of this range holds an IPv4 address, and whether it is written inverted. */
    private static final List<Embedding> EMBEDDINGS = List.of(
            new Embedding(range("::", 96, "compatible"), 12, false),
            new Embedding(range("64:ff9b::", 96, "NAT64"), 12, false),
            new Embedding(range("2002::", 16, "6to4"), 2, false),
            new Embedding(range("2001::", 32, "Teredo server"), 4, false),
            new Embedding(range("2001::", 32, "Teredo client"), 12, true));

    private AddressGuard() {}

    /** Why the address is forbidden; empty when it is public. */
    static Optional<String> objection(InetAddress address) {
        byte[] bytes = address.getAddress();
        Optional<String> direct = FORBIDDEN.stream()
                .filter(range -> range.contains(bytes))
                .map(Range::name)
                .findFirst();
        if (direct.isPresent() || !(address instanceof Inet6Address)) {
            return direct;
        }
        return EMBEDDINGS.stream()
                .filter(embedding -> embedding.range().contains(bytes))
                .flatMap(embedding -> objection(embedding.address(bytes)).stream())
                .findFirst();
    }

    private static Range range(String network, int prefix, String name) {
        try {
            return new Range(InetAddress.getByName(network).getAddress(), prefix, name);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address literal needs no look-up: " + network, e);
        }
    }

    /** All addresses that begin with the first {@code prefix} bits of {@code network}. */
    private static final class Range {

        private final byte[] network;
        private final int prefix;
        private final String name;

        Range(byte[] network, int prefix, String name) {
            this.network = network;
            this.prefix = prefix;
            this.name = name;
        }

        String name() {
            return name;
        }

        boolean contains(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < prefix; bit += 8) {
                int mask = prefix - bit >= 8 ? 0xff : 0xff << (8 - (prefix - bit)) & 0xff;
                if (((address[bit / 8] ^ network[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private record Embedding(Range range, int offset, boolean inverted) {

        InetAddress address(byte[] outer) {
            byte[] inner = new byte[4];
            for (int i = 0; i < 4; i++) {
                inner[i] = (byte) (inverted ? ~outer[offset + i] : outer[offset + i]);
            }
            try {
                return Inet4Address.getByAddress(inner);
            } catch (UnknownHostException e) {
                throw new IllegalStateException("four bytes are an address", e);
            }
        }
    }
}
