// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.stream;

import dev.racewire.dashboard.view.ArticleEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * One client of the stream: first what it missed, then what comes, one write at a time and never on a thread that waits.
 * What comes while a write is under way queues up; a client whose queue is full is closed, and resumes from the id of
 * the last event that it got, so that nothing is dropped in silence.
 */
final class StreamClient extends IteratingCallback {

    private static final int QUEUE = 256;

    private final String address;
    private final Predicate<ArticleEntry> filter;
    private final Response response;
    private final Callback callback;
    private final Consumer<StreamClient> gone;
    private final Iterator<ByteBuffer> missed;
    private final Queue<ByteBuffer> queue = new ArrayDeque<>();
    private volatile String end = "client";
    private boolean closing;
    private boolean closed;

    StreamClient(
            String address,
            Predicate<ArticleEntry> filter,
            Iterator<ByteBuffer> missed,
            Response response,
            Callback callback,
            Consumer<StreamClient> gone) {
        this.address = address;
        this.filter = filter;
        this.missed = missed;
        this.response = response;
        this.callback = callback;
        this.gone = gone;
    }

    String address() {
        return address;
    }

    boolean wants(ArticleEntry entry) {
        return filter.test(entry);
    }

    /** Why it went: "client", "slow" or "stop". */
    String end() {
        return end;
    }

    /** Queues an event and sends it as soon as the client takes it. */
    void offer(ByteBuffer event) {
        boolean full;
        synchronized (queue) {
            full = queue.size() >= QUEUE;
            if (!full) {
                queue.add(event.duplicate());
            }
        }
        if (full) {
            end = "slow";
            abort(new IOException("the client reads too slowly"));
            return;
        }
        iterate();
    }

    /** Ends the stream in good order. */
    void finish() {
        synchronized (queue) {
            closing = true;
        }
        end = "stop";
        iterate();
    }

    @Override
    protected Action process() {
        ByteBuffer next = next();
        if (next != null) {
            response.write(false, next, this);
            return Action.SCHEDULED;
        }
        synchronized (queue) {
            if (!closing) {
                return Action.IDLE;
            }
            if (closed) {
                return Action.SUCCEEDED;
            }
            closed = true;
        }
        response.write(true, ByteBuffer.allocate(0), this);
        return Action.SCHEDULED;
    }

    private @Nullable ByteBuffer next() {
        if (missed.hasNext()) {
            return missed.next();
        }
        synchronized (queue) {
            return queue.poll();
        }
    }

    @Override
    protected void onCompleteSuccess() {
        gone.accept(this);
        callback.succeeded();
    }

    /** The write under way would wait for the client; the connection is cut instead. */
    @Override
    protected void onAborted(Throwable cause) {
        gone.accept(this);
        response.getRequest()
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close(cause);
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        gone.accept(this);
        callback.failed(cause);
    }
}
