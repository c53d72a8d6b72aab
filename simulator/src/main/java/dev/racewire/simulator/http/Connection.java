// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.Socket;

/** One client's connection: request, reply, request, reply, until one of the two has had enough. */
final class Connection {

    private static final int IDLE_MILLIS = 60_000;
    private static final int BUFFER = 16_384;

    private final Socket socket;
    private final RequestHandler handler;

    Connection(Socket socket, RequestHandler handler) {
        this.socket = socket;
        this.handler = handler;
    }

    void serve() throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(IDLE_MILLIS);
        RequestReader requests = new RequestReader(new BufferedInputStream(socket.getInputStream(), 2_048));
        Wire wire = new Wire(socket, new BufferedOutputStream(socket.getOutputStream(), BUFFER));
        for (Request request = requests.next(); request != null; request = requests.next()) {
            if (!serve(request, wire)) {
                return;
            }
        }
    }

    /** Answers the request; returns whether the connection can be used again. */
    private boolean serve(Request request, Wire wire) throws IOException {
        try {
            Reply reply = answer(request);
            reply.send(wire);
            return reply instanceof HttpReply && !"close".equalsIgnoreCase(request.header("connection"));
        } finally {
            handler.answered(request);
        }
    }

    private Reply answer(Request request) {
        Reply reply = handler.answer(request);
        return reply instanceof HttpReply http && http.zippable() && request.takesGzip() ? http.zipped() : reply;
    }
}
