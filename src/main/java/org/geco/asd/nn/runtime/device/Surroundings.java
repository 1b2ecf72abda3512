package org.geco.asd.nn.runtime.device;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Everything outside that the choice of a device depends on, so that tests can stand in another computer. Properties
 * and environment variables are asked by name, null if not set; the libraries are the class loader of ND4J and its
 * native code.
 */
public record Surroundings(Platform platform, UnaryOperator<String> properties, UnaryOperator<String> environment,
    ClassLoader libraries, Linker linker, Commands commands, Path home) {
    /** The system property with folders of the user's own for NVIDIA's libraries, separated as in PATH. */
    public static final String CUDA_PATH = "org.geco.asd.cuda.path";

    /** Loads native libraries into this process. */
    @FunctionalInterface
    public interface Linker {
        /** Loads a path, or a name that the system looks for in its own folders; gives why it can't be loaded. */
        Optional<String> load(String library);
    }

    /** Runs other programs. */
    @FunctionalInterface
    public interface Commands {
        /** @return what a program printed; empty if there is none, or if it failed or did not end in time */
        Optional<String> output(String... command);
    }

    /** @return this Java, this computer */
    public static Surroundings real(final ClassLoader libraries) {
        return new Surroundings(Platform.current(), System::getProperty, System::getenv, libraries, RealComputer::load,
            RealComputer::output, Path.of(System.getProperty("user.home")));
    }

    boolean hasClass(final String name) {
        try {
            libraries.loadClass(name);
            return true;
        } catch (final ClassNotFoundException | LinkageError ex) { // NOSONAR: that is the answer
            return false;
        }
    }

    boolean hasResource(final String path) {
        return libraries.getResource(path) != null;
    }
}
