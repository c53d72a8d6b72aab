// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.feeds;

import dev.racewire.ingest.feedlist.FeedList;
import dev.racewire.ingest.feedlist.FeedListPublisher;
import dev.racewire.runtime.lifecycle.Readiness;
import dev.racewire.runtime.lifecycle.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a list's file in force whenever it changes. A file that breaks meanwhile changes nothing: the last good list
 * stays, and a line says why.
 */
public final class FeedListWatch implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(FeedListWatch.class);

    private final Path file;
    private final FeedListPublisher publisher;
    private final Duration every;
    private final CountDownLatch stop = new CountDownLatch(1);

    private FileMark used;
    private FileMark seen;

    /** What tells that a file has changed. */
    private record FileMark(long size, FileTime modified) {
        static final FileMark NONE = new FileMark(-1, FileTime.fromMillis(0));

        static FileMark of(Path file) {
            try {
                return new FileMark(Files.size(file), Files.getLastModifiedTime(file));
            } catch (IOException e) {
                return NONE;
            }
        }
    }

    /**
     * A watch over a file whose list is in force as it stands now.
     *
     * @param every time between two looks; a file is read when it is at rest between two
     */
    public FeedListWatch(Path file, FeedListPublisher publisher, Duration every) {
        this.file = file;
        this.publisher = publisher;
        this.every = every;
        this.used = FileMark.of(file);
        this.seen = used;
    }

    @Override
    public String name() {
        return "feed list";
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::run, "racewire-feed-list");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!stop.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        FileMark now = FileMark.of(file);
        boolean atRest = now.equals(seen);
        seen = now;
        if (!atRest || now.equals(used)) {
            return;
        }
        try {
            use();
            used = now;
        } catch (IOException e) {
            used = now;
            LOG.warn("the feed list can't be used, the last good one stays in force: {}", e.getMessage());
        } catch (KafkaException | ExecutionException e) {
            LOG.warn("the feed list {} has changed and can't be written to Kafka yet: {}", file, e.toString());
        }
    }

    private void use() throws IOException, InterruptedException, ExecutionException {
        if (!Files.isReadable(file)) {
            throw new IOException(file + " is gone, or not readable any more");
        }
        FeedList list = FeedList.read(file);
        if (!list.whole()) {
            throw new IOException(
                    file + ": " + list.problems().get(list.problems().size() - 1));
        }
        if (list.feeds().isEmpty()) {
            throw new IOException(file + " holds no feed");
        }
        int changed = publisher.replace(list.feeds());
        String left = list.problems().isEmpty()
                ? ""
                : ", left out: " + list.problems().size() + " lines, first "
                        + list.problems().get(0);
        LOG.info(
                "the feed list {} has changed: {} feeds, {} new, changed or removed{}",
                file,
                list.feeds().size(),
                changed,
                left);
    }

    @Override
    public Readiness readiness() {
        return Readiness.ready();
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
