// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.cli;

/** The end of a command that can't do its work; the message is one line for the person who called it. */
public final class CommandFailure extends RuntimeException {

    private final int exitCode;

    private CommandFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** What was asked for can't be done. */
    public static CommandFailure failed(String message) {
        return new CommandFailure(ExitCode.FAILED, message);
    }

    /** What was asked for makes no sense. */
    public static CommandFailure badUsage(String message) {
        return new CommandFailure(ExitCode.BAD_USAGE, message);
    }

    /** There is no broker to ask. */
    public static CommandFailure noBroker(String message) {
        return new CommandFailure(ExitCode.NO_BROKER, message);
    }

    int exitCode() {
        return exitCode;
    }
}
