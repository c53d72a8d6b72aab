// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Resolves names for the connection that is about to be made: the addresses that it has looked at are those that are
 * dialled, so a name can't change its mind in between. One bad address among several refuses them all.
 */
final class GuardedResolver implements DnsResolver {

    private final boolean allowPrivate;
    private final @Nullable String trusted;

    /** @param trusted a host of the operator's own, that may stand anywhere: the proxy */
    GuardedResolver(boolean allowPrivate, @Nullable String trusted) {
        this.allowPrivate = allowPrivate;
        this.trusted = trusted;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        if (allowPrivate || host.equalsIgnoreCase(trusted)) {
            return isLocalhost(host)
                    ? new InetAddress[] {InetAddress.getLoopbackAddress()}
                    : SystemDefaultDnsResolver.INSTANCE.resolve(host);
        }
        InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        for (InetAddress address : addresses) {
            String objection = AddressGuard.objection(address).orElse(null);
            if (objection != null) {
                throw new ForbiddenAddressException(host, objection);
            }
        }
        return addresses;
    }

    /** RFC 6761 wants every name under {@code localhost} to be loopback; not every system's resolver does it. */
    private static boolean isLocalhost(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.endsWith(".localhost");
    }

    /** Looks at the host of a request that a proxy will make for us: it would not ask us at connect time. */
    void check(String host) throws UnknownHostException {
        if (!allowPrivate) {
            resolve(host);
        }
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** A host that stands at an address which is not polled. */
    static final class ForbiddenAddressException extends UnknownHostException {

        ForbiddenAddressException(String host, String kind) {
            super(host + " stands at a " + kind + " address; ingest.allow-private-addresses allows it");
        }
    }
}
