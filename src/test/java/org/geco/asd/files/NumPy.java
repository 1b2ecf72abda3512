package org.geco.asd.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs Python scripts that look at our archives, where Python and NumPy are. */
public final class NumPy {

    private static final int PATIENCE_SECONDS = 60;

    private NumPy() {
    }

    /** Skips the test, with a message, where there is no NumPy. */
    public static void assumeInstalled() {
        boolean installed;
        try {
            installed = start("import numpy").waitFor() == 0;
        } catch (final IOException | InterruptedException e) {
            installed = false;
        }
        assumeTrue(installed, "python3 with numpy is not installed");
    }

    /** @return what the script prints, line by line */
    public static List<String> run(final String script, final String... arguments) throws Exception {
        final Process python = start(script, arguments);
        final String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(python.exitValue()).as(output).isZero();
        return output.lines().toList();
    }

    private static Process start(final String script, final String... arguments) throws IOException {
        final List<String> command = new ArrayList<>(List.of("python3", "-c", script));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
