package org.geco.asd.nn.runtime.device;

import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;

/** The builds of ND4J's native code that are installed, and what must be there before any of them is touched. */
public final class NativeBuild {
    private static final String CPU_FOLDER = "org/nd4j/linalg/cpu/nativecpu/bindings/";
    private static final String CUDA_FOLDER = "org/nd4j/linalg/jcublas/bindings/";

    /** In the order in which JavaCPP would take them. */
    private static final List<String> CPU_EXTENSIONS =
        List.of("-onednn-avx512", "-onednn-avx2", "-onednn", "-avx512", "-avx2", "");

    private static final List<String> CUDA_EXTENSIONS = List.of("-cudnn", "");

    private NativeBuild() { }

    /**
     * Fails where ND4J itself would do so only with a stack trace, or not until the first operation: if the platform
     * has no native code, if it isn't installed, or if Java hides sun.misc.
     */
    public static void check(final Surroundings here) throws AsdException {
        Checks.require(here.platform().nativeName().isPresent(),
            "The numerical library (ND4J) has no native code for " + here.platform() + ".",
            "Use a supported platform: Linux x86-64, Windows x86-64, macOS x86-64 or macOS on Apple silicon.");
        Checks.require(here.hasClass("sun.misc.Unsafe"),
            "The numerical library (ND4J) needs the package sun.misc, which this Java hides.",
            "Use a Java with the module jdk.unsupported.",
            "If it is started with --limit-modules, leave that out.");
        Checks.require(cpu(here).isPresent(),
            "The native code of the numerical library (ND4J) for " + here.platform() + " is not installed.",
            "Install the native code for this platform.");
    }

    /** @return the build for the CPU, e.g. {@code linux-x86_64-onednn}; empty if none is installed */
    public static Optional<String> cpu(final Surroundings here) {
        return find(here, CPU_FOLDER, CPU_EXTENSIONS, "jnind4jcpu");
    }

    /** @return the build for CUDA, e.g. {@code linux-x86_64-cudnn}; empty if the optional feature isn't installed */
    public static Optional<String> cuda(final Surroundings here) {
        return here.hasClass(Backend.CUDA.className())
            ? find(here, CUDA_FOLDER, CUDA_EXTENSIONS, "jnind4jcuda") : Optional.empty();
    }

    private static Optional<String> find(final Surroundings here, final String folder, final List<String> extensions,
        final String library) {
        return here.platform().nativeName().flatMap(name -> extensions.stream().map(extension -> name + extension)
            .filter(build -> here.hasResource(folder + build + "/" + here.platform().libraryFile(library)))
            .findFirst());
    }
}
