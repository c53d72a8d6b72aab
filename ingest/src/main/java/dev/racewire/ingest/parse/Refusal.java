// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

/** Why an answer is no feed; each is a value of a metric's tag. */
public enum Refusal {
    /** No bytes, or nothing but white space. */
    EMPTY,
    /** Text, XML or JSON that is not a feed. */
    NOT_A_FEED,
    /** An HTML page: an error page, a consent page, or the site itself. */
    HTML_PAGE,
    /** Elements nested deeper than any honest feed nests them. */
    TOO_DEEP,
    /** More bytes or elements than are read, before the first item was complete. */
    TOO_LARGE,
    /** The deadline passed before the first item was complete. */
    TIMEOUT,
    /** The document breaks off before a feed begins. */
    BROKEN
}
