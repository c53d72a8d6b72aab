// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import org.slf4j.LoggerFactory;

/** The form of the log: {@code logback.xml} includes a file of that name. */
public final class LogFormat {

    public static final String TEXT = "text";
    public static final String JSON = "json";

    private static final String PROPERTY = "racewire.log.format";

    private LogFormat() {}

    /** Takes that form. The log may have begun already, since Kafka's classes make loggers while settings are read. */
    static void use(String format) {
        if (format.equals(System.getProperty(PROPERTY, TEXT))
                || !(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        System.setProperty(PROPERTY, format);
        context.reset();
        try {
            new ContextInitializer(context).autoConfig();
        } catch (JoranException e) {
            throw CommandFailure.failed("the log can't take the form " + format + ": " + e.getMessage());
        }
    }
}
