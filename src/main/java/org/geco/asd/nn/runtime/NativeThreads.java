package org.geco.asd.nn.runtime;

import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * How many threads the native code computes with: one number for the life of this process, whichever thread asks for
 * an operation. How work is divided decides the last bits of a sum, so that another number means other weights.
 * <p>
 * Left alone there are several numbers. OpenMP keeps one for each thread that calls it: ND4J's start sets that of the
 * thread it happens on to the machine's cores, every other thread has OpenMP's default, the processors that the process
 * may use. They differ where a process is pinned or limited, and where a core has two hardware threads. On Linux all
 * threads get ours from the environment, unless another library has loaded OpenMP before; there, and on Windows and
 * macOS, whose environment we leave alone, every thread is told when it computes ({@link #enter()}).
 */
public final class NativeThreads {
    /** Where OpenMP, OpenBLAS and ND4J's native code look for the number when they are loaded. */
    static final String VARIABLE = "OMP_NUM_THREADS";

    /** Hardware threads of a core at most. A system that hides its cores shows fewer of them than that. */
    private static final int PER_CORE = 2;

    /** Whom to tell; null until ND4J has started on the CPU. */
    private static volatile NativeOps operations;

    private NativeThreads() { }

    /** Chosen when it is asked for first, since cores can't be counted before JavaCPP is loaded. */
    private static final class Chosen {
        private static final int COUNT =
            choose(System.getenv(VARIABLE), Runtime.getRuntime().availableProcessors(), Loader.totalCores());
    }

    /** @return the number of threads; JavaCPP must be loaded */
    static int count() {
        return Chosen.COUNT;
    }

    /**
     * @param wanted what the user's environment says; null if nothing
     * @param processors hardware threads that this process may use, by its affinity and its container
     * @return what the user wants; else one thread for each core, as a second one on the same core multiplies no faster
     */
    static int choose(final String wanted, final int processors, final int cores) {
        if (wanted != null && wanted.matches("[1-9]\\d{0,3}")) {
            return Integer.parseInt(wanted);
        }
        return Math.min(processors, Math.max(cores, (processors + PER_CORE - 1) / PER_CORE));
    }

    /** Sets the numbers that ND4J keeps for the whole process; to be called when it has started on the CPU. */
    static void started() {
        Nd4j.getEnvironment().setMaxThreads(count());
        Nd4j.factory().blas().setMaxThreads(count());
        operations = NativeOpsHolder.getInstance().getDeviceNativeOps();
        enter();
    }

    /** As {@link #enter}, but for a network so small that waking threads takes longer than its products: by one. */
    public static void enterAlone() {
        final NativeOps started = operations;
        if (started != null) {
            started.setOmpNumThreads(1);
        }
    }

    /**
     * Makes what the calling thread computes from now on the same as on every other thread. To be called wherever a
     * network starts to compute, since any thread may do that; costs less than a microsecond.
     */
    public static void enter() {
        final NativeOps started = operations;
        if (started != null) {
            started.setOmpNumThreads(count());
        }
    }
}
