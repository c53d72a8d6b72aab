// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.cli;

import dev.racewire.runtime.config.ConfigurationException;
import dev.racewire.runtime.config.Suggestions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what went wrong and how to get on; only a mistake of ours shows where it happened. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private static final String KAFKA = "org.apache.kafka.";

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        PrintWriter err = e.getCommandLine().getErr();
        if (e instanceof UnmatchedArgumentException unmatched) {
            String unknown = unmatched.getUnmatched().get(0);
            say(err, "there is no " + (unmatched.isUnknownOption() ? "option " : "command or argument ") + unknown);
            nearest(unmatched).ifPresent(near -> err.println("  did you mean " + near + "?"));
        } else {
            say(err, firstLine(String.valueOf(e.getMessage())));
        }
        err.println("  '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help' shows what there is");
        return ExitCode.BAD_USAGE;
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine line, ParseResult result) {
        PrintWriter err = line.getErr();
        Throwable e = thrown instanceof ExecutionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (e instanceof ConfigurationException configuration) {
            configuration.problems().forEach(problem -> say(err, problem));
            return ExitCode.BAD_USAGE;
        }
        if (e instanceof CommandFailure failure) {
            say(err, String.valueOf(failure.getMessage()));
            return failure.exitCode();
        }
        say(err, e.getMessage() == null ? e.toString() : firstLine(e.getMessage()));
        if (!isOfTheEnvironment(e)) {
            logger().error("a mistake in Racewire, please report it", e);
        }
        return ExitCode.FAILED;
    }

    private static Optional<String> nearest(UnmatchedArgumentException e) {
        CommandLine command = e.getCommandLine();
        Set<String> known = new HashSet<>(command.getSubcommands().keySet());
        known.addAll(command.getCommandSpec().optionsMap().keySet());
        return Suggestions.nearest(e.getUnmatched().get(0), known);
    }

    private static boolean isOfTheEnvironment(Throwable e) {
        return e instanceof IOException || e.getClass().getName().startsWith(KAFKA);
    }

    private static void say(PrintWriter err, String message) {
        err.println("racewire: " + message);
        err.flush();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    /** Made when it is needed, since logging takes a tenth of a second to start. */
    private static Logger logger() {
        return LoggerFactory.getLogger(Failures.class);
    }
}
