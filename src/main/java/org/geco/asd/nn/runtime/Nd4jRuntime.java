package org.geco.asd.nn.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.nn.runtime.device.Backend;
import org.geco.asd.nn.runtime.device.ComputeDevice;
import org.geco.asd.nn.runtime.device.DeviceChoice;
import org.geco.asd.nn.runtime.device.Devices;
import org.geco.asd.nn.runtime.device.NativeBuild;
import org.geco.asd.nn.runtime.device.Surroundings;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;

/**
 * Starts ND4J once, on the CPU or on a GPU, wherever we run: on a plain class path and in OSGi, where the thread that
 * executes a node has a context class loader that sees neither ND4J nor its natives.
 */
public final class Nd4jRuntime {
    private static final ClassLoader LIBRARIES = Nd4jBackend.class.getClassLoader();
    private static final Surroundings HERE = Surroundings.real(LIBRARIES);

    private static final Devices DEVICES =
        new Devices(HERE, NativeThreads::count, gpu -> CudaCode.check(gpu, LIBRARIES));

    /** Looks without touching: CUDA itself isn't asked, which could be done once only. */
    private static final Devices LOOK = new Devices(HERE, NativeThreads::count, gpu -> List.of());

    private static boolean prepared;

    private static ComputeDevice running;

    private static String warning;

    private Nd4jRuntime() { }

    /** Does something that may fail in every way in which native code can. */
    @FunctionalInterface
    private interface Step<T> {
        T run() throws AsdException;
    }

    /**
     * Makes ND4J ready for use on the device that is configured, by default automatically, before anything else of
     * {@code org.nd4j} is used. Cheap when it is already; the first call unpacks native libraries (once in the life of
     * an installation) and loads them. Fails as the other start does.
     */
    public static void start() throws AsdException {
        start(DeviceChoice.AUTO);
    }

    /**
     * The same on a device of choice; automatic means whatever runs already, or else what is configured. The first
     * start decides for the life of this Java process.
     *
     * @throws AsdException if there is no native library for this platform or it cannot be loaded, if a GPU is demanded
     *             that can't be used, or if ND4J computes on another device already
     */
    public static synchronized void start(final DeviceChoice choice) throws AsdException {
        if (running != null) {
            requireSame(choice, running);
            NativeThreads.enter();
            return;
        }
        guarded(() -> {
            final Devices.Decision decision = DEVICES.decide(orConfigured(choice));
            start(decision.device());
            running = decision.device();
            warning = decision.warning().orElse(null);
            return running;
        });
    }

    /** @return what the user should know about the device that was chosen, e.g. why it isn't the GPU */
    public static synchronized Optional<String> warning() {
        return Optional.ofNullable(warning);
    }

    /**
     * What devices there are, and which is or would be chosen. Does not start ND4J, so that the choice stays free.
     * Fails if there is no native library for this platform, or what is configured is no device.
     */
    public static synchronized Devices.Report report() throws AsdException {
        return guarded(() -> {
            final List<ComputeDevice> devices = new ArrayList<>(List.of(LOOK.cpu()));
            devices.addAll(LOOK.gpus());
            final DeviceChoice configured = orConfigured(DeviceChoice.AUTO);
            if (running != null) {
                return new Devices.Report(devices, running.choice(), true, warning());
            }
            if (configured.kind() == DeviceChoice.Kind.GPU) {
                return new Devices.Report(devices, configured, false, Optional.empty());
            }
            final Devices.Decision decision = LOOK.decide(configured);
            return new Devices.Report(devices, decision.device().choice(), false, decision.warning());
        });
    }

    /** @return in one line what computes, e.g. {@code CPU (ND4J, 2 threads)}; starts ND4J */
    public static synchronized String describe() throws AsdException {
        start();
        return running.isGpu() ? "GPU (ND4J, " + running.choice() + " " + running.name() + ")"
            : "CPU (ND4J, " + NativeThreads.count() + " threads)";
    }

    /** @return the message at the bottom of a failure */
    static String rootMessage(final Throwable ex) {
        Throwable root = ex;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + (root.getMessage() == null ? "" : ": " + root.getMessage());
    }

    private static DeviceChoice orConfigured(final DeviceChoice choice) throws AsdException {
        return choice.kind() == DeviceChoice.Kind.AUTO
            ? DeviceChoice.configured(HERE.properties(), HERE.environment()) : choice;
    }

    private static void requireSame(final DeviceChoice choice, final ComputeDevice device) throws AsdException {
        if (choice.kind() != DeviceChoice.Kind.AUTO && !choice.equals(device.choice())) {
            throw new AsdException("The device " + choice + " is asked for, but since this program was started "
                + "the networks compute on " + device.choice() + ", and that can be chosen only once.",
                "Restart the program, and ask for " + choice + " first.",
                "Or choose the device auto everywhere, and one for the whole program with -D" + DeviceChoice.PROPERTY
                    + "=" + choice + ".");
        }
    }

    /** With our own context class loader, after what every use of native code needs. */
    private static <T> T guarded(final Step<T> step) throws AsdException {
        final Thread thread = Thread.currentThread();
        final ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(LIBRARIES);
        try {
            NativeBuild.check(HERE);
            if (!prepared) {
                NativeLoading.prepare();
                prepared = true;
            }
            return step.run();
        } catch (final RuntimeException | LinkageError ex) {
            throw new AsdException("The numerical library (ND4J) could not be started on " + HERE.platform() + ": "
                + rootMessage(ex), ex,
                "Check that the folder " + NativeLoading.cacheFolder() + " can be written and has 500 MB of space "
                    + "(2 GB with CUDA).",
                "Restart the program and try again.");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void start(final ComputeDevice device) {
        final Backend backend = device.isGpu() ? Backend.CUDA : Backend.CPU;
        ND4JClassLoading.setNd4jClassloader(backend.alone(LIBRARIES));
        try {
            final String started = Nd4j.getBackend().getClass().getName();
            if (!backend.className().equals(started)) {
                throw new IllegalStateException("ND4J started " + started + " instead of " + backend.className());
            }
        } finally {
            ND4JClassLoading.setNd4jClassloader(LIBRARIES);
        }
        if (device.isGpu()) {
            CudaCode.verify();
        } else {
            NativeThreads.started();
        }
    }
}
