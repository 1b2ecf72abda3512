package org.geco.asd.nn.runtime.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;

/** The two implementations of ND4J. A Java process can use one of them, never both. */
public enum Backend {
    /** Computes on the CPU. */
    CPU("org.nd4j.linalg.cpu.nativecpu.CpuBackend"),

    /** Computes on a GPU of NVIDIA. */
    CUDA("org.nd4j.linalg.jcublas.JCublasBackend");

    private static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

    private final String m_className;

    Backend(final String className) {
        m_className = className;
    }

    /** @return the class that ND4J's list of services names */
    public String className() {
        return m_className;
    }

    /**
     * ND4J tries every implementation that it finds, the GPU's first, prints a stack trace if that fails and then goes
     * on with a half-loaded library. With these classes it finds this one only.
     */
    public ClassLoader alone(final ClassLoader libraries) {
        return new ClassLoader(libraries) {
            @Override
            public Enumeration<URL> getResources(final String name) throws IOException {
                final Enumeration<URL> all = super.getResources(name);
                return !SERVICE.equals(name) ? all
                    : Collections.enumeration(Collections.list(all).stream().filter(Backend.this::isNamedIn).toList());
            }
        };
    }

    private boolean isNamedIn(final URL url) {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip)
                .anyMatch(m_className::equals);
        } catch (final IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
