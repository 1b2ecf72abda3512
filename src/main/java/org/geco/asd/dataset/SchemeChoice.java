package org.geco.asd.dataset;

import java.nio.file.Path;
import java.util.List;

import org.geco.asd.common.AsdException;

/** A naming scheme, or the way to find one when the files are known. */
@FunctionalInterface
public interface SchemeChoice {
    /**
     * @param root the chosen folder, absolute
     * @param files its sound files
     * @return the scheme to read them by
     * @throws AsdException if none can be chosen
     */
    NamingScheme choose(Path root, List<Path> files) throws AsdException;

    /**
     * @param scheme the scheme to use whatever the files are
     * @return that choice
     */
    static SchemeChoice of(final NamingScheme scheme) {
        return (root, files) -> scheme;
    }

    /**
     * @param normals which normal clips of a MIMII data set are for the test
     * @return the public scheme that most files fit
     */
    static SchemeChoice automatic(final MimiiScheme.NormalClips normals) {
        return (root, files) -> AutomaticScheme.choose(root, files, normals);
    }
}
