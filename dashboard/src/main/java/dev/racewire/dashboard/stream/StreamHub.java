// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.stream;

import dev.racewire.dashboard.DashboardMetrics;
import dev.racewire.dashboard.Limits;
import dev.racewire.dashboard.api.Api;
import dev.racewire.dashboard.api.Problem;
import dev.racewire.dashboard.view.ArticleEntry;
import dev.racewire.dashboard.view.Articles;
import dev.racewire.dashboard.view.Change;
import dev.racewire.dashboard.view.Positions;
import dev.racewire.dashboard.view.View;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Tells all clients of the stream what changes. A client comes in between two changes of the view: what it missed is
 * taken from the state before, what follows is sent as it happens, so nothing is missing and nothing comes twice.
 */
public final class StreamHub implements AutoCloseable {

    private static final long HEARTBEAT_SECONDS = 15;

    private final View view;
    private final BooleanSupplier ready;
    private final DashboardMetrics metrics;
    private final int most;
    private final int mostPerAddress;
    private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "racewire-dashboard-heartbeat"));
    private final Future<?> beat;
    private Positions told;

    /**
     * A hub without clients.
     *
     * @param ready whether the view is complete; before that there is no stream
     * @param most most clients
     * @param mostPerAddress most clients from one address other than this machine
     */
    public StreamHub(View view, BooleanSupplier ready, DashboardMetrics metrics, int most, int mostPerAddress) {
        this.view = view;
        this.ready = ready;
        this.metrics = metrics;
        this.most = most;
        this.mostPerAddress = mostPerAddress;
        this.told = view.articles().positions();
        view.follow(this::changed);
        this.beat = heart.scheduleAtFixedRate(
                () -> clients.forEach(client -> client.offer(Event.heartbeat())),
                HEARTBEAT_SECONDS,
                HEARTBEAT_SECONDS,
                TimeUnit.SECONDS);
    }

    /** How many clients there are. */
    public int size() {
        return clients.size();
    }

    /**
     * Takes a client in; the response's headers are set already.
     *
     * @throws Problem when there is no place for it, or it comes from another stream
     */
    public void open(String address, Api.StreamQuestion question, Response response, Callback callback) {
        if (!ready.getAsBoolean()) {
            throw new Problem(Problem.Kind.STARTING, "come back when /api/v1/status says that the state is ready");
        }
        checkPlace(address);
        view.whileStill(articles -> {
            Positions seen = question.seen().orElse(articles.positions());
            if (!seen.comparable(articles.positions())) {
                throw new Problem(
                        Problem.Kind.BAD_CURSOR, "the event id belongs to another Kafka topic: start without one");
            }
            Predicate<ArticleEntry> filter = question.filter().on(articles);
            StreamClient client =
                    new StreamClient(address, filter, missed(articles, seen, filter), response, callback, this::closed);
            clients.add(client);
            metrics.streamOpened();
            client.iterate();
        });
    }

    private void checkPlace(String address) {
        long same = clients.stream()
                .filter(client -> client.address().equals(address))
                .count();
        if (clients.size() >= most || (same >= mostPerAddress && !Limits.isThisMachine(address))) {
            throw new Problem(
                    Problem.Kind.TOO_MANY_STREAMS,
                    "at most " + most + " streams are open at once, " + mostPerAddress + " from one address");
        }
    }

    private static Iterator<ByteBuffer> missed(Articles articles, Positions seen, Predicate<ArticleEntry> filter) {
        List<ArticleEntry> unseen = articles.unseen(seen);
        Stream<ByteBuffer> events = Stream.iterate(
                        new Step(seen, 0), step -> step.index() < unseen.size(), step -> step.after(unseen))
                .map(step -> step.event(unseen, filter))
                .filter(event -> event.hasRemaining());
        return Stream.concat(Stream.of(Event.hello(seen)), events).iterator();
    }

    /** A place in the list of what a client missed, and the positions before it. */
    private record Step(Positions before, int index) {

        Step after(List<ArticleEntry> unseen) {
            return new Step(positions(unseen), index + 1);
        }

        private Positions positions(List<ArticleEntry> unseen) {
            ArticleEntry entry = unseen.get(index);
            return before.after(entry.partition(), entry.offset());
        }

        ByteBuffer event(List<ArticleEntry> unseen, Predicate<ArticleEntry> filter) {
            ArticleEntry entry = unseen.get(index);
            if (entry.counted() && filter.test(entry)) {
                return Event.article(entry, positions(unseen));
            }
            return entry.revision() > 1 ? Event.gone(entry, positions(unseen)) : ByteBuffer.allocate(0);
        }
    }

    private void changed(Articles articles, List<Change> changes) {
        if (!clients.isEmpty()) {
            Positions at = told;
            for (Change change : changes) {
                at = at.after(change.after().partition(), change.after().offset());
                tell(change, at);
            }
        }
        told = articles.positions();
    }

    private void tell(Change change, Positions at) {
        @Nullable ByteBuffer article = null;
        @Nullable ByteBuffer gone = null;
        for (StreamClient client : new ArrayList<>(clients)) {
            if (change.after().counted() && client.wants(change.after())) {
                article = article == null ? Event.article(change.after(), at) : article;
                client.offer(article);
            } else if (change.before() != null && change.before().counted() && client.wants(change.before())) {
                gone = gone == null ? Event.gone(change.after(), at) : gone;
                client.offer(gone);
            }
        }
    }

    private void closed(StreamClient client) {
        if (clients.remove(client)) {
            metrics.streamClosed(client.end());
        }
    }

    @Override
    public void close() {
        beat.cancel(false);
        heart.shutdownNow();
        clients.forEach(StreamClient::finish);
    }
}
