// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.io.Connection;
import org.jspecify.annotations.Nullable;

/**
 * Keeps room for those who ask. Whoever opens thousands of connections and stays silent loses the oldest of them; one
 * address gets no more than its share. Connections with an answer under way, streams among them, stay.
 */
public final class Connections implements Connection.Listener {

    private final int most;
    private final int mostPerAddress;
    private final Runnable refused;

    /** In the order in which they were opened; guarded by this. */
    private final Set<Connection> open = new LinkedHashSet<>();

    private final Set<Connection> streams = new HashSet<>();

    /**
     * Room for so many.
     *
     * @param most connections in all
     * @param mostPerAddress connections from one address that is not this machine's
     * @param refused told of each that is closed for want of room
     */
    public Connections(int most, int mostPerAddress, Runnable refused) {
        this.most = most;
        this.mostPerAddress = mostPerAddress;
        this.refused = refused;
    }

    /** From now on the connection is never silent, whatever goes over it: it is a stream. */
    public synchronized void keep(Connection connection) {
        streams.add(connection);
    }

    /** How many are open. */
    public synchronized int size() {
        return open.size();
    }

    @Override
    public void onOpened(Connection connection) {
        Optional<Connection> leaving;
        synchronized (this) {
            leaving = isOverShare(connection) ? Optional.of(connection) : Optional.empty();
            open.add(connection);
            if (leaving.isEmpty() && open.size() > most) {
                leaving = Optional.of(longestSilent(connection));
            }
            leaving.ifPresent(open::remove);
        }
        leaving.ifPresent(one -> {
            refused.run();
            one.getEndPoint().close();
        });
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        open.remove(connection);
        streams.remove(connection);
    }

    private boolean isOverShare(Connection connection) {
        InetAddress address = address(connection);
        if (address == null || address.isLoopbackAddress()) {
            return false;
        }
        return open.stream().filter(one -> address.equals(address(one))).count() >= mostPerAddress;
    }

    private Connection longestSilent(Connection preset) {
        for (Connection one : open) {
            boolean answering = one.getMessagesIn() > one.getMessagesOut();
            if (!answering && !streams.contains(one)) {
                return one;
            }
        }
        return preset;
    }

    private static @Nullable InetAddress address(Connection connection) {
        SocketAddress remote = connection.getEndPoint().getRemoteSocketAddress();
        return remote instanceof InetSocketAddress inet ? inet.getAddress() : null;
    }
}
