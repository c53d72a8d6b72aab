// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.edition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;

/** A directory of editions, {@code DAY-NUMBER.csv} each with its SHA-256 beside it. An edition is never changed. */
final class Shelf {

    private final Path directory;

    /**
     * What became of a day.
     *
     * @param file the newest edition
     * @param isNew whether it was written just now
     * @param changed how many cells differ from the edition before
     */
    record Placed(Path file, int number, String sha256, boolean isNew, int changed) {}

    Shelf(Path directory) {
        this.directory = directory;
    }

    /** Puts the day there as the next edition, unless the newest one says the same. */
    Placed place(DayCounts counts) throws IOException {
        int newest = 0;
        while (Files.exists(file(counts, newest + 1))) {
            newest++;
        }
        String before = newest == 0 ? "" : Files.readString(file(counts, newest));
        int changed = changed(before, counts);
        if (newest > 0 && changed == 0) {
            return new Placed(file(counts, newest), newest, DayCounts.sha256(before), false, 0);
        }
        String text = counts.text(newest + 1, newest == 0 ? "" : DayCounts.sha256(before));
        Path file = file(counts, newest + 1);
        String sum = DayCounts.sha256(text);
        Files.createDirectories(directory);
        write(file.resolveSibling(file.getFileName() + ".sha256"), sum + "  " + file.getFileName() + "\n");
        write(file, text);
        return new Placed(file, newest + 1, sum, true, newest == 0 ? 0 : changed);
    }

    /** How many cells are in one only, or other in the other. */
    private static int changed(String before, DayCounts counts) {
        Set<String> cells = new HashSet<>();
        Set<String> old = new HashSet<>(DayCounts.rowsOf(before));
        Set<String> fresh = new HashSet<>(counts.rows());
        old.stream().filter(row -> !fresh.contains(row)).map(Shelf::cell).forEach(cells::add);
        fresh.stream().filter(row -> !old.contains(row)).map(Shelf::cell).forEach(cells::add);
        return cells.size();
    }

    private static String cell(String row) {
        return row.substring(0, row.indexOf(',', row.indexOf(',') + 1));
    }

    private Path file(DayCounts counts, int number) {
        return directory.resolve(counts.day() + "-" + number + ".csv");
    }

    /** A file that is there is whole. */
    private static void write(Path file, String text) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(beside, text);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
