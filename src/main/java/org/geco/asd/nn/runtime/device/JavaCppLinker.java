package org.geco.asd.nn.runtime.device;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

import org.bytedeco.javacpp.Loader;

/**
 * Loads libraries with the system's own loader, past Java's book-keeping: a library that Java has loaded for one class
 * loader can't be loaded for another, and JavaCPP loads the same ones later for its own.
 */
final class JavaCppLinker implements Surroundings.Linker {

    /** Where JavaCPP looks for the libraries of its own libraries, before it looks in the folders it knows itself. */
    private static final String LINK_PATH = "platform.linkpath";

    @Override
    public Optional<String> load(final String library) {
        try {
            Loader.loadGlobal(library);
        } catch (final LinkageError ex) {
            return Optional.of(String.valueOf(ex.getMessage()));
        }
        final Path folder = Path.of(library).getParent();
        if (folder != null) {
            addToLinkPath(folder.toString());
        }
        return Optional.empty();
    }

    /** Otherwise JavaCPP would load a second copy of the library if there is one where CUDA is usually installed. */
    private static synchronized void addToLinkPath(final String folder) {
        final Properties properties = Loader.loadProperties();
        final String separator = properties.getProperty("platform.path.separator");
        final String path = properties.getProperty(LINK_PATH, "");
        if (!(separator + path + separator).contains(separator + folder + separator)) {
            properties.setProperty(LINK_PATH, path.isEmpty() ? folder : path + separator + folder);
        }
    }
}
