package org.geco.asd.nn.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.geco.asd.common.AsdException;
import org.geco.asd.nn.runtime.device.ComputeDevice;
import org.geco.asd.nn.runtime.device.DeviceChoice;
import org.geco.asd.nn.runtime.device.Devices;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class Nd4jRuntimeTest {

    @Test
    void startsOnAThreadThatSeesNothingAndLeavesItAsItWas() throws Exception {
        final ClassLoader blind = new ClassLoader(null) {
        };
        final AtomicReference<Object> seen = new AtomicReference<>();
        final Thread thread = new Thread(() -> {
            try {
                Nd4jRuntime.start();
                Nd4jRuntime.start();
                seen.set(Thread.currentThread().getContextClassLoader());
            } catch (final Exception ex) {
                seen.set(ex);
            }
        });
        thread.setContextClassLoader(blind);
        thread.start();
        thread.join();
        assertThat(seen.get()).isSameAs(blind);
        assertThat(System.getProperty("org.bytedeco.javacpp.cachedir")).isNull();
        assertThat(System.getProperty("org.bytedeco.javacpp.maxphysicalbytes")).isNull();
        assertThat(Nd4j.ones(2, 2).sumNumber().intValue()).isEqualTo(4);
    }

    @Test
    void describesTheDeviceInOneLine() throws Exception {
        assertThat(Nd4jRuntime.describe()).startsWith("CPU (").contains("thread").doesNotContain("\n");
    }

    @Test
    void reportsTheCpuFirstAndWhyThereIsNoGpu() throws Exception {
        final Devices.Report report = Nd4jRuntime.report();
        final ComputeDevice cpu = report.devices().get(0);
        assertThat(cpu.isUsable()).isTrue();
        assertThat(cpu.megabytes()).isPositive();
        assertThat(cpu.threads()).isPositive();
        assertThat(report.chosen()).isEqualTo(DeviceChoice.CPU);
        assertThat(report.devices().get(1).reasons()).isNotEmpty();
    }

    /** What is asked of a GPU before it is trusted holds on the CPU. */
    @Test
    void theProductThatAGpuMustGetRightIsRight() throws Exception {
        Nd4jRuntime.start();
        assertThatCode(CudaCode::verify).doesNotThrowAnyException();
    }

    /** In a Java of its own: this one runs on the CPU for good. */
    @Test
    void aGpuThatFailsLeavesTheCpuUsableAndThenItIsTooLateForAGpu() throws Exception {
        final List<String> lines = run(Choices.class);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("gpu:0 cannot be used. ND4J's CUDA code is not installed.");
        assertThat(lines.get(1)).isEqualTo("cpu false");
        assertThat(lines.get(2)).startsWith("CPU (ND4J, ");
        assertThat(lines.get(3)).contains("gpu:0 is asked for").contains("compute on cpu");
    }

    private static List<String> run(final Class<?> main) throws Exception {
        final Process process = JavaProcess.of(main, 500, List.of()).redirectErrorStream(false).start();
        process.getOutputStream().close();
        final String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        final String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(err).isZero();
        assertThat(err).doesNotContain("\tat ");
        return out.lines().toList();
    }

    /** Chooses one device after the other. */
    static final class Choices {

        private Choices() {
        }

        /** @param args none */
        public static void main(final String... args) throws Exception {
            choose(DeviceChoice.gpu(0));
            final Devices.Report report = Nd4jRuntime.report();
            System.out.println(report.chosen() + " " + report.started());
            choose(DeviceChoice.CPU);
            choose(DeviceChoice.gpu(0));
        }

        private static void choose(final DeviceChoice choice) {
            try {
                Nd4jRuntime.start(choice);
                System.out.println(Nd4jRuntime.describe());
            } catch (final AsdException ex) {
                System.out.println(ex.getMessage());
            }
        }
    }
}
