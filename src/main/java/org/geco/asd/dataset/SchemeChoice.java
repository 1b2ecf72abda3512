package org.geco.asd.dataset;

import java.nio.file.Path;
import java.util.List;

import org.geco.asd.common.AsdException;

/** A naming scheme, or the way to find one when the files are known. */
@FunctionalInterface
public interface SchemeChoice {
    /** @return the scheme to read these sound files of the chosen folder by; an AsdException if there is none */
    NamingScheme choose(Path root, List<Path> files) throws AsdException;

    /** @return this scheme, whatever the files are */
    static SchemeChoice of(final NamingScheme scheme) {
        return (root, files) -> scheme;
    }

    /** @return the public scheme that most files fit */
    static SchemeChoice automatic(final MimiiScheme.NormalClips normals) {
        return (root, files) -> AutomaticScheme.choose(root, files, normals);
    }
}
