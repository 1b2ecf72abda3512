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
