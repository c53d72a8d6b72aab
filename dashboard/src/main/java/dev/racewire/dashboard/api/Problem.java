// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

/**
 * Why a question is not answered: a problem document of RFC 9457.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public final class Problem extends RuntimeException {

    /** Every kind of refusal; its name in lower case is the last part of the document's {@code type}. */
    public enum Kind {
        UNKNOWN_PARAMETER(400, "Unknown parameter"),
        BAD_VALUE(400, "A parameter's value makes no sense"),
        UNKNOWN_COUNTRY(400, "Unknown country"),
        UNKNOWN_TOPIC(400, "Unknown topic"),
        UNKNOWN_LANGUAGE(400, "Unknown language"),
        UNKNOWN_WINDOW(400, "Unknown window"),
        BAD_CURSOR(400, "Not a cursor of this API"),
        BAD_RANGE(400, "A range that can't be answered"),
        NO_ACCESS(401, "A token is needed"),
        NOT_FOUND(404, "There is nothing here"),
        METHOD_NOT_ALLOWED(405, "Only GET and HEAD"),
        NO_CSV(406, "This resource has no CSV"),
        TOO_LONG(414, "The question is too long"),
        WRONG_HOST(421, "Not a host name of this page"),
        TOO_MANY_STREAMS(429, "Too many streams are open"),
        TOO_MANY_QUESTIONS(429, "Too many questions from one address"),
        FAILED(500, "The answer failed"),
        STARTING(503, "The view is still being read"),
        BUSY(503, "More is asked than can be answered");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        public int status() {
            return status;
        }

        public String title() {
            return title;
        }

        /** Whether the same question may be answered a moment later. */
        public boolean passes() {
            return status == 429 || status == 503;
        }
    }

    private static final long serialVersionUID = 1;

    private final Kind kind;

    public Problem(Kind kind, String detail) {
        super(detail, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** What is wrong in this case, and what would be right. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
