package org.knime.core.util;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Paths, URLs, temporary and copied files. */
public final class FileUtil {

    private FileUtil() {
    }

    /**
     * @param path a path or a URL
     * @return its URL
     * @throws MalformedURLException if it can't be one
     */
    public static URL toURL(final String path) throws MalformedURLException {
        try {
            return new URL(path);
        } catch (final MalformedURLException e) {
            if (path.startsWith("knime:")) {
                return KnimeUrls.toUrl(path);
            }
            return Path.of(path).toAbsolutePath().toUri().toURL();
        }
    }

    /**
     * @param url a URL
     * @return the local path, null if it isn't local
     * @throws IOException if a knime URL can't be resolved
     * @throws URISyntaxException if the URL isn't a URI
     */
    public static Path resolveToPath(final URL url) throws IOException, URISyntaxException {
        if ("file".equalsIgnoreCase(url.getProtocol())) {
            return Path.of(url.toURI());
        }
        return "knime".equalsIgnoreCase(url.getProtocol()) ? KnimeUrls.resolve(url) : null;
    }

    /**
     * @param prefix of the name
     * @return a new directory, deleted when the JVM ends
     * @throws IOException if it can't be made
     */
    public static File createTempDir(final String prefix) throws IOException {
        return createTempDir(prefix, null);
    }

    /**
     * @param prefix of the name
     * @param dir where to make it, null for the system's temporary directory
     * @return a new directory, deleted when the JVM ends
     * @throws IOException if it can't be made
     */
    public static File createTempDir(final String prefix, final File dir) throws IOException {
        final File made = (dir == null ? Files.createTempDirectory(prefix)
            : Files.createTempDirectory(dir.toPath(), prefix)).toFile();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteRecursively(made)));
        return made;
    }

    /**
     * @param dir a directory or file, may be absent
     * @return whether nothing is left of it
     */
    public static boolean deleteRecursively(final File dir) {
        try (Stream<Path> files = Files.walk(dir.toPath())) {
            for (final Path p : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(p);
            }
        } catch (final IOException e) {
            return !dir.exists();
        }
        return true;
    }
}
