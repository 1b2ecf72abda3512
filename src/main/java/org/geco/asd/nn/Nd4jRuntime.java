package org.geco.asd.nn;

import java.io.File;
import java.lang.management.ManagementFactory;

import org.bytedeco.javacpp.Loader;
import org.geco.asd.AsdException;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;

/**
 * Starts ND4J once, wherever we run: on a plain class path and in OSGi, where the thread that executes a node has a
 * context class loader that sees neither ND4J nor its natives.
 */
public final class Nd4jRuntime {

    private static final String CACHE_DIR = "org.bytedeco.javacpp.cachedir";

    private static final String MAX_PHYSICAL = "org.bytedeco.javacpp.maxphysicalbytes";

    /** Share of the machine's memory above which JavaCPP throws a catchable OutOfMemoryError. */
    private static final double MAX_PHYSICAL_SHARE = 0.9;

    private static boolean started;

    private Nd4jRuntime() {
    }

    /**
     * Makes ND4J ready for use. Cheap when it is already; the first call unpacks native libraries (once in the life of
     * an installation) and loads them. To be called before anything else of {@code org.nd4j}.
     *
     * @throws AsdException if there is no native library for this platform or it cannot be loaded
     */
    public static synchronized void start() throws AsdException {
        if (started) {
            return;
        }
        try {
            startWithOwnClassLoader();
        } catch (final Exception | LinkageError ex) {
            throw new AsdException("The numerical library (ND4J) could not be started on " + platform() + ": "
                + rootMessage(ex), ex,
                "Use a supported platform: Linux x86-64, Windows x86-64, macOS x86-64 or macOS on Apple silicon.",
                "Install the native libraries of this platform with the extension, and check that the folder "
                    + cacheFolder() + " can be written and has 500 MB of space.");
        }
        started = true;
    }

    /**
     * Tells in one line what computes.
     *
     * @return device and threads, e.g. {@code CPU (ND4J, 2 threads)}
     * @throws AsdException if ND4J cannot be started
     */
    public static String describe() throws AsdException {
        start();
        return "CPU (ND4J, " + threads() + " threads)";
    }

    /** @return number of threads of the native operations */
    static int threads() {
        return Nd4j.getEnvironment().maxThreads();
    }

    private static void startWithOwnClassLoader() {
        final Thread thread = Thread.currentThread();
        final ClassLoader before = thread.getContextClassLoader();
        final ClassLoader own = Nd4jBackend.class.getClassLoader();
        thread.setContextClassLoader(own);
        try {
            prepareNativeLoading();
            ND4JClassLoading.setNd4jClassloader(own);
            Nd4j.getBackend();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Settings that JavaCPP reads once; the system properties are shared with all of KNIME, so they are put back. */
    private static void prepareNativeLoading() {
        final String cacheBefore = System.getProperty(CACHE_DIR);
        final String maxBefore = System.getProperty(MAX_PHYSICAL);
        if (cacheBefore == null) {
            System.setProperty(CACHE_DIR, cacheFolder().getPath());
        }
        if (maxBefore == null) {
            System.setProperty(MAX_PHYSICAL, Long.toString((long)(MAX_PHYSICAL_SHARE * physicalMemory())));
        }
        try {
            Loader.getCacheDir();
            Loader.load(Loader.class);
            OpenMpEnvironment.waitPassively();
        } catch (final java.io.IOException ex) {
            throw new java.io.UncheckedIOException(ex);
        } finally {
            restore(CACHE_DIR, cacheBefore);
            restore(MAX_PHYSICAL, maxBefore);
        }
    }

    private static void restore(final String property, final String value) {
        if (value == null) {
            System.clearProperty(property);
        } else {
            System.setProperty(property, value);
        }
    }

    /** A folder of our own: JavaCPP's default is flat in OSGi and shared with other users of JavaCPP. */
    private static File cacheFolder() {
        final String version = String.valueOf(Nd4jRuntime.class.getPackage().getImplementationVersion());
        return new File(System.getProperty("user.home"), ".javacpp/cache/org.geco.asd-nd4j-M2.1"
            + ("null".equals(version) ? "" : "-" + version));
    }

    private static long physicalMemory() {
        final var system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof com.sun.management.OperatingSystemMXBean sun ? sun.getTotalMemorySize()
            : 2 * Runtime.getRuntime().maxMemory();
    }

    private static String platform() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private static String rootMessage(final Throwable ex) {
        Throwable root = ex;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + (root.getMessage() == null ? "" : ": " + root.getMessage());
    }
}
