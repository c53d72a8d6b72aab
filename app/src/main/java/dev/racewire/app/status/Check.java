// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.status;

/**
 * One line of the status.
 *
 * @param level how bad it is
 * @param subject what was looked at, one word
 * @param text what was found, for people
 */
public record Check(Level level, String subject, String text) {

    /** How bad something is. */
    public enum Level {
        /** As it should be. */
        OK("ok"),
        /** Worth a look in working hours. */
        LOOK("look"),
        /** Somebody should do something now. */
        BAD("BAD");

        private final String label;

        Level(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    static Check ok(String subject, String text) {
        return new Check(Level.OK, subject, text);
    }

    static Check look(String subject, String text) {
        return new Check(Level.LOOK, subject, text);
    }

    static Check bad(String subject, String text) {
        return new Check(Level.BAD, subject, text);
    }

    /** The level by a number that should be small. */
    static Level above(double value, double look, double bad) {
        if (value >= bad) {
            return Level.BAD;
        }
        return value >= look ? Level.LOOK : Level.OK;
    }
}
