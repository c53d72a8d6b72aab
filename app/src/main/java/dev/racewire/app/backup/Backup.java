// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A zip file with all files of a directory, the last entry being the SHA-256 of each. */
public final class Backup {

    private static final String SUMS = "SHA256SUMS";

    private final Path file;

    public Backup(Path file) {
        this.file = file;
    }

    /**
     * Writes it; a file that is there already is not touched.
     *
     * @param left names in the directory that are left out
     * @return how many files it holds
     */
    public int save(Path directory, Set<String> left) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new IOException(file + " exists already: name another file");
        }
        Path writing = target.resolveSibling(target.getFileName() + ".writing");
        Map<String, String> sums = new TreeMap<>();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(writing))) {
            for (Path each : files(directory)) {
                String name = directory.relativize(each).toString().replace('\\', '/');
                if (!left.contains(name) && !each.equals(writing)) {
                    sums.put(name, add(zip, name, each));
                }
            }
            zip.putNextEntry(new ZipEntry(SUMS));
            for (Map.Entry<String, String> sum : sums.entrySet()) {
                zip.write((sum.getValue() + "  " + sum.getKey() + "\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        Files.move(writing, target, StandardCopyOption.ATOMIC_MOVE);
        return sums.size();
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String add(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        try (InputStream in = Files.newInputStream(file)) {
            return copy(in, zip);
        }
    }

    /**
     * Unpacks it into a directory that is empty or missing, and compares every file with its sum.
     *
     * @return how many files there were
     * @throws IOException when it is no backup, or damaged
     */
    public int restore(Path directory) throws IOException {
        if (Files.exists(directory) && !isEmpty(directory)) {
            throw new IOException("the directory " + directory + " is not empty: name another with --data-dir");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Map<String, String> sums = sums(zip);
            for (Map.Entry<String, String> sum : sums.entrySet()) {
                unpack(zip, sum.getKey(), sum.getValue(), directory);
            }
            return sums.size();
        } catch (ZipException e) {
            throw new IOException(file + " is no backup, or damaged: " + e.getMessage(), e);
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    private Map<String, String> sums(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(SUMS);
        if (entry == null) {
            throw new IOException(file + " is no backup of Racewire, or was cut off: it has no " + SUMS);
        }
        String text;
        try (InputStream in = zip.getInputStream(entry)) {
            text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        Map<String, String> sums = new TreeMap<>();
        text.lines().forEach(line -> sums.put(line.substring(66), line.substring(0, 64)));
        return sums;
    }

    private void unpack(ZipFile zip, String name, String sum, Path directory) throws IOException {
        Path target = directory.resolve(name).normalize();
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || !target.startsWith(directory)) {
            throw new IOException(file + " is damaged: " + name + " is not in it");
        }
        Files.createDirectories(target.getParent() == null ? directory : target.getParent());
        String found;
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            found = copy(in, out);
        }
        if (!found.equals(sum)) {
            throw new IOException(file + " is damaged: " + name + " is not what was saved");
        }
    }

    private static String copy(InputStream in, OutputStream out) throws IOException {
        MessageDigest digest = sha256();
        DigestInputStream read = new DigestInputStream(in, digest);
        read.transferTo(out);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
