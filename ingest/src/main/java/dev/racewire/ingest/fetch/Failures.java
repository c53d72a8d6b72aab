// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.fetch;

import dev.racewire.ingest.fetch.FetchOutcome.Failed;
import dev.racewire.ingest.fetch.GuardedResolver.ForbiddenAddressException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.MessageConstraintException;

/** Names what went wrong with a request. */
final class Failures {

    private static final int LONGEST = 200;

    private Failures() {}

    /** @param behindProxy whether connections go to a proxy: one that it refuses says nothing about the feed's server */
    static Failed of(Exception e, boolean deadlinePassed, boolean behindProxy, Secrets secrets) {
        FailureReason reason = deadlinePassed ? FailureReason.TIMEOUT : reason(e, behindProxy);
        String message = deadlinePassed ? "no whole answer within the deadline" : message(reason, e);
        return new Failed(reason, clean(secrets.redact(message)));
    }

    private static FailureReason reason(Exception e, boolean behindProxy) {
        if (e instanceof ForbiddenAddressException) {
            return FailureReason.FORBIDDEN_ADDRESS;
        }
        if (e instanceof UnknownHostException) {
            return FailureReason.UNKNOWN_HOST;
        }
        if (!behindProxy
                && e instanceof ConnectException
                && String.valueOf(e.getMessage()).contains("refused")) {
            return FailureReason.CONNECTION_REFUSED;
        }
        if (e instanceof ConnectTimeoutException
                || e instanceof ConnectException
                || e instanceof NoRouteToHostException) {
            return FailureReason.UNREACHABLE;
        }
        if (e instanceof SocketTimeoutException) {
            return FailureReason.TIMEOUT;
        }
        if (e instanceof SSLException) {
            return FailureReason.TLS;
        }
        if (e instanceof MessageConstraintException) {
            return FailureReason.HEADERS_TOO_LARGE;
        }
        return FailureReason.BROKEN_ANSWER;
    }

    private static String message(FailureReason reason, Exception e) {
        String text = String.valueOf(e.getMessage());
        return reason == FailureReason.UNKNOWN_HOST ? "the name is not known: " + text : text;
    }

    static Failed ofStatus(int status) {
        return new Failed(statusReason(status), "HTTP " + status);
    }

    private static FailureReason statusReason(int status) {
        if (status == 401 || status == 403 || status == 407 || status == 451) {
            return FailureReason.REFUSED;
        }
        if (status == 404) {
            return FailureReason.NOT_FOUND;
        }
        if (status >= 400 && status < 500) {
            return FailureReason.CLIENT_ERROR;
        }
        return status >= 500 && status < 600 ? FailureReason.SERVER_ERROR : FailureReason.ODD_STATUS;
    }

    /** A message may quote the server: one short line, printable. */
    static String clean(String message) {
        String line = message.replaceAll("\\p{Cntrl}+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
