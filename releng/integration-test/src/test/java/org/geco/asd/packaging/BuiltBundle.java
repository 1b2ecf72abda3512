package org.geco.asd.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A bundle or zip that this build made, as a file. */
record BuiltBundle(Path file) {

    /** The nodes and algorithms. */
    static BuiltBundle plugin() {
        return named("plugin.jar");
    }

    /** The libraries' bundle. */
    static BuiltBundle libraries() {
        return named("libs.jar");
    }

    /** The fragment with this machine's native code. */
    static BuiltBundle natives() {
        return named("natives.jar");
    }

    /** The zip for KNIME's dropins folder. */
    static BuiltBundle dropins() {
        return named("dropins.zip");
    }

    private static BuiltBundle named(final String name) {
        final var directory = System.getProperty("geco.bundles");
        if (directory == null) {
            throw new IllegalStateException("Run through Maven: it sets the system property geco.bundles");
        }
        final var file = Path.of(directory, name);
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException("Not built: " + file);
        }
        return new BuiltBundle(file);
    }

    /** @return the names of all files inside, folders left out */
    List<String> files() {
        try (var jar = new JarFile(file.toFile())) {
            return jar.stream().filter(e -> !e.isDirectory()).map(ZipEntry::getName).sorted().toList();
        } catch (final IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** @return the value of a header of the manifest, or an empty string */
    String header(final String name) {
        try (var jar = new JarFile(file.toFile())) {
            final Manifest manifest = jar.getManifest();
            final var value = manifest.getMainAttributes().getValue(name);
            return value == null ? "" : value;
        } catch (final IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** @return one file's bytes */
    byte[] read(final String name) {
        try (var jar = new JarFile(file.toFile()); InputStream in = jar.getInputStream(jar.getEntry(name))) {
            return in.readAllBytes();
        } catch (final IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
