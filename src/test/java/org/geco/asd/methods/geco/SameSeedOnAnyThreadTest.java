package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;
import org.geco.asd.nn.runtime.JavaProcess;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/** KNIME executes a node on any of its worker threads. OpenMP keeps a number of threads for each of them. */
class SameSeedOnAnyThreadTest {

    private static final Path STATUS = Path.of("/proc/self/status");

    private static final String CPUS = "Cpus_allowed_list:";

    /** As where another library has loaded OpenMP before, or a core has two hardware threads. */
    @Test
    void aThreadWhoseOpenMpCountsOtherwiseTrainsTheSameModel() throws Exception {
        Nd4jRuntime.start();
        final int usual = openMp().ompGetMaxThreads();
        final String here = model();
        final int other = usual == 1 ? 2 : 1;
        final String there = elsewhere(() -> {
            openMp().setOmpNumThreads(other);
            return model();
        });
        assertThat(there).as("on a thread with " + other + " instead of " + usual).isEqualTo(here);
    }

    @Test
    void aProcessPinnedToOneProcessorTrainsTheSameModelOnTheThreadThatStartedAndOnAnother() throws Exception {
        assumeTrue(Files.isReadable(STATUS) && isInstalled("taskset"), "needs Linux and taskset");
        final List<String> lines = child(List.of("taskset", "-c", firstProcessor()), List.of());
        assertThat(lines.subList(0, 3)).as("on the thread that started, and on two others").containsOnly(lines.get(0));
    }

    @Test
    void aLimitOfProcessorsIsTheNumberOfEveryThread() throws Exception {
        final List<String> lines = child(List.of(), List.of("-XX:ActiveProcessorCount=1"));
        assertThat(lines.get(0)).endsWith("OpenMP 1, ND4J 1, BLAS 1");
        assertThat(lines.subList(0, 3)).as("on the thread that started, and on two others").containsOnly(lines.get(0));
        if (System.getProperty("os.name").startsWith("Linux")) {
            assertThat(lines.get(3)).isEqualTo("OpenMP 1 where no network has computed");
        }
    }

    private static NativeOps openMp() {
        return NativeOpsHolder.getInstance().getDeviceNativeOps();
    }

    private static boolean isInstalled(final String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String firstProcessor() throws Exception {
        return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith(CPUS)).findFirst().orElseThrow()
            .substring(CPUS.length()).strip().split("[-,]")[0];
    }

    /** A model of two epochs, and what it was computed with. */
    private static String model() throws AsdException {
        final byte[] model = TinyGeco.bytes(TinyGeco.train(TinyGeco.settings(2, 1), TinyGeco.source()));
        return Integer.toHexString(Arrays.hashCode(model)) + ": OpenMP " + openMp().ompGetMaxThreads() + ", ND4J "
            + Nd4j.getEnvironment().maxThreads() + ", BLAS " + Nd4j.factory().blas().getMaxThreads();
    }

    private static String elsewhere(final Callable<String> work) throws Exception {
        final FutureTask<String> task = new FutureTask<>(work);
        new Thread(task).start();
        return task.get();
    }

    private static List<String> child(final List<String> wrapper, final List<String> options) throws Exception {
        final ProcessBuilder builder = JavaProcess.of(Child.class, 500, List.of()).redirectErrorStream(false)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.command().addAll(1, options);
        builder.command().addAll(0, wrapper);
        builder.environment().remove("OMP_NUM_THREADS");
        final Process process = builder.start();
        process.getOutputStream().close();
        final String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out.lines().toList();
    }

    /** Trains on the thread that started ND4J and on two others; a fourth does not. */
    static final class Child {

        private Child() {
        }

        /** @param args none */
        public static void main(final String... args) throws Exception {
            System.out.println(model());
            System.out.println(elsewhere(SameSeedOnAnyThreadTest::model));
            System.out.println(elsewhere(SameSeedOnAnyThreadTest::model));
            System.out.println(
                elsewhere(() -> "OpenMP " + openMp().ompGetMaxThreads() + " where no network has computed"));
        }
    }
}
