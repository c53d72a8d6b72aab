// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator.behaviour;

import dev.racewire.simulator.http.HttpReply;
import dev.racewire.simulator.http.Reply;
import dev.racewire.simulator.http.Request;
import dev.racewire.simulator.news.Item;

/**
 * How a feed deviates from a well-kept one. The {@code turn} that some methods get is the number of the feed's version,
 * or, for a feed without validators, of the answer.
 */
public interface Behaviour {

    /** Shows and sends everything as it is. */
    Behaviour HONEST = new Behaviour() {
        @Override
        public String toString() {
            return "HONEST";
        }
    };

    /** The numbers of the publications to show, in that order. */
    default int[] arrange(int[] newestFirst, int turn) {
        return newestFirst;
    }

    /** The item as it is shown. */
    default Item dress(Item item, int turn) {
        return item;
    }

    /** Whether answers carry ETag and Last-Modified and conditional requests are answered with 304. */
    default boolean validates() {
        return true;
    }

    /** What is sent in place of the honest reply, which is 200 or 304. */
    default Reply reply(Request request, HttpReply honest) {
        return honest;
    }
}
