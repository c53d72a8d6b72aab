// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.fetch;

/** Why a poll gave nothing; each is a value of a metric's tag. */
public enum FailureReason {
    /** The name of the host is not known. */
    UNKNOWN_HOST,
    /** No way leads to the address, or nobody answers there. */
    UNREACHABLE,
    /** The machine is there and does not take the connection. */
    CONNECTION_REFUSED,
    /** The address is private, loopback or link-local, and that is not allowed. */
    FORBIDDEN_ADDRESS,
    /** The address is none that is polled. */
    BAD_ADDRESS,
    /** No secure connection: certificate, name or protocol. */
    TLS,
    /** The server took longer than it may. */
    TIMEOUT,
    /** The connection broke, or what came is no HTTP. */
    BROKEN_ANSWER,
    /** Headers beyond any bound. */
    HEADERS_TOO_LARGE,
    /** The body is packed in a way that is not read, or unpacks to more than it may. */
    BAD_ENCODING,
    /** A redirect that leads nowhere, in a circle, to another scheme, or on and on. */
    BAD_REDIRECT,
    /** 401, 403, 407, 451: the publisher does not want us to read it. */
    REFUSED,
    /** 404 */
    NOT_FOUND,
    /** Another status of the 400s. */
    CLIENT_ERROR,
    /** A status of the 500s. */
    SERVER_ERROR,
    /** A status that no feed has. */
    ODD_STATUS,
    /** The answer is no feed. */
    NOT_A_FEED,
    /** The setting that the feed's address or headers name is not there. */
    MISSING_SECRET,
    /** What was read does not fit into Kafka. */
    NOT_PUBLISHABLE
}
