// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.behaviour;

import dev.racewire.simulator.http.HttpReply;
import dev.racewire.simulator.http.Reply;
import dev.racewire.simulator.http.Request;
import dev.racewire.simulator.http.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Servers that break the rules of HTTP or wear a client out. Endless ones go on until the client hangs up, silent ones
 * for ten minutes at most. Conditional requests get no honest 304: the attack comes each time.
 */
public enum Hostility implements Behaviour {
    /** Half of the body that the head promises, then the end. */
    CUT_BODY {
        @Override
        void attack(Request request, HttpReply honest, Wire wire) throws IOException {
            halfOf(honest, wire);
        }
    },
    /** Half of a chunk, then the end. */
    CUT_CHUNK {
        @Override
        void attack(Request request, HttpReply honest, Wire wire) throws IOException {
            wire.write(FEED_HEAD + "Transfer-Encoding: chunked\r\n\r\n1000\r\n<rss version=\"2.0\"><channel>");
        }
    },
    /** Takes the request and never says a word. */
    SILENT {
        @Override
        void attack(Request request, HttpReply honest, Wire wire) throws IOException {
            wire.awaitHangUp(LONGEST);
        }
    },
    /** Half of the body, then silence. */
    STALLED_BODY {
        @Override
        void attack(Request request, HttpReply honest, Wire wire) throws IOException {
            halfOf(honest, wire);
            wire.awaitHangUp(LONGEST);
        }
    },
    /** A byte of the head every 200 ms. */
    SLOW_HEAD {
        @Override
        void attack(Request request, HttpReply honest, Wire wire) throws IOException {
            drip("HTTP/1.1 200 OK\r\nX-Slow: " + "s".repeat(6_000), wire);
        }
    },
    /** A byte of the body every 200 ms. */
    SLOW_BODY {
        @Override
        void attack(Request request, HttpReply honest, Wire wire) throws IOException {
            wire.write(FEED_HEAD + "Content-Length: 6000\r\n\r\n");
            drip(" ".repeat(6_000), wire);
        }
    },
    ENDLESS_BODY {
        @Override
        void attack(Request request, HttpReply honest, Wire wire) throws IOException {
            wire.write(FEED_HEAD + "Connection: close\r\n\r\n<rss version=\"2.0\"><channel>");
            repeat("<item><title>More and more and more</title></item>\n", wire);
        }
    },
    ENDLESS_HEADERS {
        @Override
        void attack(Request request, HttpReply honest, Wire wire) throws IOException {
            wire.write(FEED_HEAD);
            repeat("X-More: and more\r\n", wire);
        }
    },
    ENDLESS_HEADER_LINE {
        @Override
        void attack(Request request, HttpReply honest, Wire wire) throws IOException {
            wire.write(FEED_HEAD + "X-Long: ");
            repeat("longer and ", wire);
        }
    },
    /** Early hints without end. */
    ENDLESS_INTERIM {
        @Override
        void attack(Request request, HttpReply honest, Wire wire) throws IOException {
            repeat("HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n", wire);
        }
    },
    ENDLESS_CHUNK_EXTENSION {
        @Override
        void attack(Request request, HttpReply honest, Wire wire) throws IOException {
            wire.write(FEED_HEAD + "Transfer-Encoding: chunked\r\n\r\n5;more=");
            repeat("and more ", wire);
        }
    },
    /** A chunk of 2^64 - 1 bytes. */
    HUGE_CHUNK {
        @Override
        void attack(Request request, HttpReply honest, Wire wire) throws IOException {
            wire.write(FEED_HEAD + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n<rss/>");
            wire.awaitHangUp(LONGEST);
        }
    },
    /** Four GiB of spaces in four MiB. */
    GZIP_BOMB {
        @Override
        void attack(Request request, HttpReply honest, Wire wire) throws IOException {
            wire.write(FEED_HEAD + "Content-Encoding: gzip\r\nConnection: close\r\n\r\n");
            byte[] spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            try (GZIPOutputStream gzip = new GZIPOutputStream(wire.out(), 65_536)) {
                for (int mebibyte = 0; mebibyte < 4_096; mebibyte++) {
                    gzip.write(spaces);
                }
            }
        }
    },
    TWO_LENGTHS {
        @Override
        void attack(Request request, HttpReply honest, Wire wire) throws IOException {
            wire.write(FEED_HEAD + "Content-Length: 6\r\nContent-Length: 600\r\n\r\n<rss/>");
            wire.awaitHangUp(LONGEST);
        }
    },
    /** Redirects to itself. */
    REDIRECT_LOOP {
        @Override
        void attack(Request request, HttpReply honest, Wire wire) throws IOException {
            HttpReply.of(302, Map.of("Location", request.path())).send(wire);
        }
    },
    /** Validators that would break a request that repeats them unchecked. */
    HOSTILE_VALIDATORS {
        @Override
        void attack(Request request, HttpReply honest, Wire wire) throws IOException {
            byte[] body = honest.body().bytes();
            wire.write("HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: \"a\rX-Injected: yes\"\r\n"
                    + "Last-Modified: " + "L".repeat(100_000) + "\r\nContent-Length: " + body.length + "\r\n\r\n");
            wire.write(body);
        }
    };

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration DRIP = Duration.ofMillis(200);
    private static final String FEED_HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n";

    abstract void attack(Request request, HttpReply honest, Wire wire) throws IOException;

    @Override
    public boolean validates() {
        return false;
    }

    @Override
    public Reply reply(Request request, HttpReply honest) {
        return wire -> attack(request, honest, wire);
    }

    private static void halfOf(HttpReply honest, Wire wire) throws IOException {
        byte[] body = honest.body().bytes();
        wire.write(honest.head(body.length));
        wire.write(Arrays.copyOf(body, body.length / 2));
    }

    private static void drip(String text, Wire wire) throws IOException {
        for (int i = 0; i < text.length() && !wire.awaitHangUp(DRIP); i++) {
            wire.write(text.substring(i, i + 1));
        }
    }

    private static void repeat(String text, Wire wire) throws IOException {
        String block = text.repeat(500);
        while (!Thread.currentThread().isInterrupted()) {
            wire.write(block);
        }
    }
}
