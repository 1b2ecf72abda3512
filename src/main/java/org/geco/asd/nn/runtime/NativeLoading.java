package org.geco.asd.nn.runtime;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.bytedeco.javacpp.Loader;
import org.geco.asd.nn.runtime.device.BlasCode;
import org.geco.asd.nn.runtime.device.Platform;

/**
 * Settings of JavaCPP, which unpacks and loads the native code. It reads them once, from system properties; those are
 * shared with everything in this process, so they are put back.
 */
final class NativeLoading {
    private static final String CACHE_DIR = "org.bytedeco.javacpp.cachedir";
    private static final String MAX_PHYSICAL = "org.bytedeco.javacpp.maxphysicalbytes";

    /** Share of the machine's memory above which JavaCPP throws a catchable OutOfMemoryError. */
    private static final double MAX_PHYSICAL_SHARE = 0.9;

    private NativeLoading() { }

    /** Loads JavaCPP's own native code, with settings of ours unless the user has set them. */
    static void prepare() {
        final String cacheBefore = System.getProperty(CACHE_DIR);
        final String maxBefore = System.getProperty(MAX_PHYSICAL);
        if (cacheBefore == null) {
            System.setProperty(CACHE_DIR, cacheFolder().getPath());
        }
        if (maxBefore == null) {
            System.setProperty(MAX_PHYSICAL, Long.toString((long)(MAX_PHYSICAL_SHARE * Platform.memory())));
        }
        try {
            Loader.getCacheDir();
            Loader.load(Loader.class);
            // waiting threads of OpenMP spin; where other processes want the cores too, training takes thrice as long
            ProcessEnvironment.add("OMP_WAIT_POLICY", "PASSIVE");
            // those of OpenBLAS spin for 20 ms after each of its products and take the core from those of OpenMP
            ProcessEnvironment.add("OPENBLAS_THREAD_TIMEOUT", "4");
            BlasCode.here().ifPresent(code -> ProcessEnvironment.add(BlasCode.VARIABLE, code));
            ProcessEnvironment.add(NativeThreads.VARIABLE, Integer.toString(NativeThreads.count()));
        } catch (final IOException ex) {
            throw new UncheckedIOException(ex);
        } finally {
            restore(CACHE_DIR, cacheBefore);
            restore(MAX_PHYSICAL, maxBefore);
        }
    }

    /** @return a folder of our own: JavaCPP's default is flat in OSGi and shared with other users of JavaCPP */
    static File cacheFolder() {
        final String version = String.valueOf(NativeLoading.class.getPackage().getImplementationVersion());
        return new File(System.getProperty("user.home"), ".javacpp/cache/org.geco.asd-nd4j-M2.1"
            + ("null".equals(version) ? "" : "-" + version));
    }

    private static void restore(final String property, final String value) {
        if (value == null) {
            System.clearProperty(property);
        } else {
            System.setProperty(property, value);
        }
    }
}
