// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.registry;

import java.util.Map;

/**
 * An answer of the registry.
 *
 * @param status HTTP status
 * @param body what is written as JSON
 */
record Answer(int status, Object body) {

    private static final int SUBJECT_NOT_FOUND = 40401;
    private static final int VERSION_NOT_FOUND = 40402;
    private static final int SCHEMA_NOT_FOUND = 40403;
    private static final int INVALID_SCHEMA = 42201;
    private static final int INVALID_VERSION = 42202;
    private static final int READ_ONLY = 42205;

    static Answer ok(Object body) {
        return new Answer(200, body);
    }

    static Answer noSuchPath() {
        return error(404, 404, "HTTP 404 Not Found");
    }

    static Answer methodNotAllowed() {
        return error(405, 405, "HTTP 405 Method Not Allowed: this registry is read-only");
    }

    static Answer noSubject(String subject) {
        return error(404, SUBJECT_NOT_FOUND, "Subject '" + subject + "' not found.");
    }

    static Answer noVersion(String version) {
        return error(404, VERSION_NOT_FOUND, "Version " + version + " not found.");
    }

    static Answer noSchema(String which) {
        return error(404, SCHEMA_NOT_FOUND, "Schema " + which + "not found");
    }

    static Answer invalidSchema(String why) {
        return error(422, INVALID_SCHEMA, "Invalid schema: " + why);
    }

    static Answer invalidVersion(String version) {
        return error(
                422,
                INVALID_VERSION,
                "The specified version '" + version
                        + "' is not a valid version id. Allowed values are between 1 and 2147483647 and \"latest\"");
    }

    static Answer readOnly(String subject) {
        return error(
                422,
                READ_ONLY,
                "Subject " + subject
                        + " is in read-only mode: a new schema is published in schemas/history of the source");
    }

    private static Answer error(int status, int code, String message) {
        return new Answer(status, Map.of("error_code", code, "message", message));
    }
}
