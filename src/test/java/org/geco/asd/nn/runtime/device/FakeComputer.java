package org.geco.asd.nn.runtime.device;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A computer to put together: what is installed on it, and what its libraries and programs answer. */
final class FakeComputer {

    static final Platform LINUX = new Platform("Linux", "amd64");

    static final Platform WINDOWS = new Platform("Windows 11", "amd64");

    final Map<String, String> m_properties = new HashMap<>();

    final Map<String, String> m_environment = new HashMap<>();

    /** Class names and paths of resources of ND4J. */
    final Set<String> m_libraries = new HashSet<>();

    /** What the system finds by name. */
    final Set<String> m_linkable = new HashSet<>();

    /** Everything that was asked for, in order. */
    final List<String> m_asked = new ArrayList<>();

    /** What nvidia-smi prints if it knows the fields asked for; null if there is none. */
    String m_gpus;

    /** Whether nvidia-smi is too old for the compute capability. */
    boolean m_old;

    private final Platform m_platform;

    private final Path m_home;

    FakeComputer(final Platform platform, final Path home) {
        m_platform = platform;
        m_home = home;
        m_libraries.add("sun.misc.Unsafe");
    }

    /** Installs the native code for the CPU. */
    FakeComputer withCpu(final String build) {
        m_libraries.add("org/nd4j/linalg/cpu/nativecpu/bindings/" + build + "/" + m_platform.libraryFile("jnind4jcpu"));
        return this;
    }

    /** Installs the optional feature. */
    FakeComputer withCudaFeature(final String build) {
        m_libraries.add("org.nd4j.linalg.jcublas.JCublasBackend");
        m_libraries.add("org/nd4j/linalg/jcublas/bindings/" + build + "/" + m_platform.libraryFile("jnind4jcuda"));
        return this;
    }

    /** Installs the driver and GPUs, one line of nvidia-smi each. */
    FakeComputer withGpus(final String... lines) {
        m_linkable.add(CudaLibrary.driver(m_platform).file());
        m_gpus = String.join("\n", lines);
        return this;
    }

    /** Installs CUDA's libraries where the system finds them. */
    FakeComputer withCudaToolkit() {
        CudaLibrary.needed(m_platform, "-cudnn").forEach(library -> m_linkable.add(library.file()));
        return this;
    }

    Surroundings surroundings() {
        return new Surroundings(m_platform, m_properties::get, m_environment::get, loader(), this::link, this::run,
            m_home);
    }

    private Optional<String> link(final String library) {
        m_asked.add(library);
        return m_linkable.contains(library) ? Optional.empty() : Optional.of(library + ": no such file");
    }

    private Optional<String> run(final String... command) {
        if (!"nvidia-smi".equals(command[0]) || m_gpus == null || m_old && command[1].contains("compute_cap")) {
            return Optional.empty();
        }
        return Optional.of(m_gpus);
    }

    private ClassLoader loader() {
        return new ClassLoader(null) {
            @Override
            protected Class<?> loadClass(final String name, final boolean resolve) throws ClassNotFoundException {
                if (m_libraries.contains(name)) {
                    return Object.class;
                }
                throw new ClassNotFoundException(name);
            }

            @Override
            public URL getResource(final String name) {
                return m_libraries.contains(name) ? url(name) : null;
            }
        };
    }

    private static URL url(final String path) {
        try {
            return new URL("file", "", "/" + path);
        } catch (final MalformedURLException ex) {
            throw new IllegalArgumentException(ex);
        }
    }
}
