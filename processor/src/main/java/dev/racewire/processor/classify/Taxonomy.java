// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rules that stories are judged by, read from YAML files and checked; its version is the hash of the files. */
public final class Taxonomy {

    private static final String FOLDER = "/dev/racewire/processor/taxonomy/";
    private static final String KNOWN = "languages.yml";

    private final SortedMap<String, String> files;
    private final String version;
    private final TaxonomyRules rules;

    private Taxonomy(Map<String, String> files) {
        this.files = new TreeMap<>(files);
        this.version = hash(this.files);
        this.rules = new TaxonomyReader(this.files).read();
    }

    /** The taxonomy that this build carries. */
    public static Taxonomy bundled() {
        try {
            URL known = Objects.requireNonNull(
                    Taxonomy.class.getResource(FOLDER + KNOWN), "the taxonomy is not on the class path");
            if (!(known.openConnection() instanceof JarURLConnection packed)) {
                return load(folder(known.toURI()));
            }
            // Opened by its path, a jar may be open several times: two threads can load at once.
            try (FileSystem jar =
                    FileSystems.newFileSystem(Path.of(packed.getJarFileURL().toURI()))) {
                return load(jar.getPath(FOLDER));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folder(URI file) {
        return Objects.requireNonNull(Path.of(file).getParent());
    }

    /** The taxonomy in the YAML files of a folder and its folders. */
    public static Taxonomy load(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.filter(p -> p.toString().endsWith(".yml"))::iterator) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                files.put(name, Files.readString(path));
            }
        }
        return of(files);
    }

    /**
     * The taxonomy in these texts by path.
     *
     * @throws TaxonomyException with every mistake in them
     */
    public static Taxonomy of(Map<String, String> files) {
        return new Taxonomy(files);
    }

    /** SHA-256 of the files, in hexadecimal. */
    public String version() {
        return version;
    }

    /** Path and text of each file. */
    public Map<String, String> files() {
        return Map.copyOf(files);
    }

    /** The topics in their order. */
    public List<Topic> topics() {
        return rules.topics();
    }

    /** Languages that the rules cover. */
    public List<String> languages() {
        return rules.languages().codes();
    }

    /** All terms as they are written, without their marks; in its own order, each once. */
    public List<String> words() {
        return rules.terms().stream().map(Term::text).distinct().toList();
    }

    TaxonomyRules rules() {
        return rules;
    }

    private static String hash(SortedMap<String, String> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, text) -> {
                digest.update((name + "\0" + text.length() + "\0").getBytes(StandardCharsets.UTF_8));
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
