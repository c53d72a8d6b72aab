// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;

/**
 * A place in the transaction at which the process halts, as by a power cut, or freezes itself until somebody thaws it.
 *
 * @param method method of the producer before which it happens
 * @param call at its how manieth call
 * @param freeze freeze rather than halt
 * @param reached file that is made just before
 */
record FailPoint(String method, int call, boolean freeze, Path reached) {

    /** The producer with this fail-point in it. */
    @SuppressWarnings("unchecked")
    Producer<String, byte[]> in(Producer<String, byte[]> producer) {
        AtomicInteger calls = new AtomicInteger();
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                Producer.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method) && calls.incrementAndGet() == call) {
                        strike();
                    }
                    try {
                        return called.invoke(producer, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void strike() throws IOException, InterruptedException {
        Files.createFile(reached);
        if (!freeze) {
            Runtime.getRuntime().halt(137);
        }
        String own = String.valueOf(ProcessHandle.current().pid());
        new ProcessBuilder("kill", "-STOP", own).start().waitFor();
    }

    /** The fail-point in words, for a process's command line. */
    String words() {
        return method + "," + call + "," + freeze + "," + reached;
    }

    static FailPoint of(String words) {
        String[] parts = words.split(",", 4);
        return new FailPoint(parts[0], Integer.parseInt(parts[1]), Boolean.parseBoolean(parts[2]), Path.of(parts[3]));
    }
}
