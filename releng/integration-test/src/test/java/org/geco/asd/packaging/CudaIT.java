package org.geco.asd.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.geco.asd.probe.CudaProbe;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * With -Pcuda, on a computer without a GPU: the fragment with the CUDA code is installed beside the others. ND4J alone
 * prints a stack trace then.
 */
class CudaIT {

    private static final String FRAGMENT = System.getProperty("geco.cuda", "");

    @TempDir
    private static Path work;

    @BeforeAll
    static void withTheFragmentAndWithoutGpu() {
        assumeTrue(!FRAGMENT.isEmpty(), "Only with -Pcuda");
        assumeTrue(Files.notExists(Path.of("/proc/driver/nvidia")), "Only without a GPU");
    }

    @Test
    void withoutADriverAGpuIsRefusedAndTheCpuComputesWithAWarning() throws Exception {
        final var printed = new ByteArrayOutputStream();
        final var out = System.out;
        final var err = System.err;
        final List<?> seen;
        try (var equinox = Equinox.start(work, BuiltBundle.plugin().file().getParent(), Path.of(FRAGMENT));
                var stream = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(stream);
            System.setErr(stream);
            seen = (List<?>)equinox.run(CudaProbe.class);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(seen.get(0).toString()).startsWith("gpu:0 cannot be used.").contains("driver of NVIDIA")
            .doesNotContain("is not installed");
        assertThat(seen.get(1).toString()).startsWith("CPU (ND4J, ");
        assertThat(seen.get(2).toString()).startsWith("Computing on the CPU although the CUDA feature is installed.");
        assertThat(seen.get(3)).isEqualTo("4 scores");
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("\tat ", "Exception", "Error:");
    }
}
