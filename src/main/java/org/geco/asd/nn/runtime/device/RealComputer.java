package org.geco.asd.nn.runtime.device;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import org.bytedeco.javacpp.Loader;

/** The computer that this Java runs on. */
final class RealComputer {
    /** Where JavaCPP looks for the libraries of its own libraries, before it looks in the folders it knows itself. */
    private static final String LINK_PATH = "platform.linkpath";
    private static final int SECONDS = 10;

    private RealComputer() { }

    /**
     * Loads a library with the system's own loader, past Java's book-keeping: a library that Java has loaded for one
     * class loader can't be loaded for another, and JavaCPP loads the same ones later for its own.
     */
    static Optional<String> load(final String library) {
        try {
            Loader.loadGlobal(library);
        } catch (final LinkageError ex) {
            return Optional.of(String.valueOf(ex.getMessage()));
        }
        final Path folder = Path.of(library).getParent();
        if (folder != null) {
            addToLinkPath(folder.toString());
        }
        return Optional.empty();
    }

    /** Otherwise JavaCPP would load a second copy of the library if there is one where CUDA is usually installed. */
    private static synchronized void addToLinkPath(final String folder) {
        final Properties properties = Loader.loadProperties();
        final String separator = properties.getProperty("platform.path.separator");
        final String path = properties.getProperty(LINK_PATH, "");
        if (!(separator + path + separator).contains(separator + folder + separator)) {
            properties.setProperty(LINK_PATH, path.isEmpty() ? folder : path + separator + folder);
        }
    }

    /** Runs a program, ten seconds at most. */
    static Optional<String> output(final String... command) {
        try {
            // a file and not a pipe: a program that hangs can't make us hang
            final Path file = Files.createTempFile("geco-", ".txt");
            try {
                return run(file, command);
            } finally {
                if (!file.toFile().delete()) {
                    file.toFile().deleteOnExit();
                }
            }
        } catch (final IOException ex) { // NOSONAR: no such program
            return Optional.empty();
        } catch (final InterruptedException ex) { // NOSONAR: restored
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> run(final Path file, final String... command)
        throws IOException, InterruptedException {
        final Process process = new ProcessBuilder(command).redirectOutput(file.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return Optional.empty();
        }
        return process.exitValue() == 0 ? Optional.of(Files.readString(file, Charset.defaultCharset()))
            : Optional.empty();
    }
}
