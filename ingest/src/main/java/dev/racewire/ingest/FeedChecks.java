// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import dev.racewire.ingest.check.FeedCheck;
import dev.racewire.ingest.check.FeedChecker;
import dev.racewire.ingest.feedlist.FeedUrl;
import dev.racewire.ingest.feedlist.ListedFeed;
import dev.racewire.ingest.fetch.HttpFetcher;
import dev.racewire.ingest.parse.FeedParser;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Checks of feeds with the settings of ingest: the same bounds, secrets, proxy and patience with each host. */
public final class FeedChecks implements AutoCloseable {

    private final HttpFetcher fetcher;
    private final FeedChecker checker;
    private final Duration hostPause;
    private final ExecutorService threads;

    public FeedChecks(IngestConfig config, InstantSource clock) {
        fetcher = config.fetcher(clock);
        checker = new FeedChecker(fetcher, new FeedParser(clock), clock);
        hostPause = config.hostPause();
        threads = Executors.newFixedThreadPool(config.maxInFlight(), task -> new Thread(task, "racewire-check"));
    }

    /** Checks one feed. */
    public FeedCheck check(ListedFeed feed) {
        return checker.check(feed);
    }

    /**
     * Checks feeds, one at a time of each host, and hands the results on in the order of the list.
     *
     * @return whether any server answered
     */
    public boolean check(List<ListedFeed> feeds, Consumer<FeedCheck> each) {
        boolean answered = false;
        for (CompletableFuture<FeedCheck> started : start(feeds)) {
            FeedCheck check = started.join();
            answered |= check.answered();
            each.accept(check);
        }
        return answered;
    }

    private Collection<CompletableFuture<FeedCheck>> start(List<ListedFeed> feeds) {
        Map<String, CompletableFuture<FeedCheck>> results = new LinkedHashMap<>();
        Map<String, List<ListedFeed>> byHost = new LinkedHashMap<>();
        for (ListedFeed feed : feeds) {
            results.put(feed.url(), new CompletableFuture<>());
            byHost.computeIfAbsent(FeedUrl.registrableHost(feed.url()), host -> new ArrayList<>())
                    .add(feed);
        }
        byHost.values().forEach(sisters -> threads.execute(() -> oneAfterTheOther(sisters, results)));
        return results.values();
    }

    private void oneAfterTheOther(List<ListedFeed> sisters, Map<String, CompletableFuture<FeedCheck>> results) {
        for (ListedFeed feed : sisters) {
            CompletableFuture<FeedCheck> result = results.getOrDefault(feed.url(), new CompletableFuture<>());
            try {
                result.complete(checker.check(feed));
                Thread.sleep(hostPause.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                result.completeExceptionally(e);
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        fetcher.close();
    }
}
