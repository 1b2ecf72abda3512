package org.geco.asd.nn.runtime.device;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs programs, ten seconds at most. */
final class SystemCommands implements Surroundings.Commands {

    private static final int SECONDS = 10;

    @Override
    public Optional<String> output(final String... command) {
        Path file = null;
        try {
            // a file and not a pipe: a program that hangs can't make us hang
            file = Files.createTempFile("geco-", ".txt");
            return run(file, command);
        } catch (final IOException ex) { // NOSONAR: no such program
            return Optional.empty();
        } catch (final InterruptedException ex) { // NOSONAR: restored
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            delete(file);
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

    private static void delete(final Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (final IOException ex) { // NOSONAR: the system clears its folder of temporary files
            file.toFile().deleteOnExit();
        }
    }
}
