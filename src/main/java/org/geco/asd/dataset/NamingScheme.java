package org.geco.asd.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;

/** How a data set writes machine type, machine ID, split and label into the paths of its clips. */
public interface NamingScheme {
    /** @return the scheme's name, for messages */
    String title();

    /** @return an example of a path that fits the scheme, for messages */
    String expects();

    /**
     * @return what the absolute path of a file in the chosen folder says; empty if it does not fit the scheme
     * @throws AsdException if the path fits, but says something that has no meaning
     */
    Optional<SoundClip> parse(Path root, Path file) throws AsdException;

    /** @return the same clips in the same order, completed by what only the whole data set can tell */
    default List<SoundClip> complete(final List<SoundClip> clips) {
        return clips;
    }

    /** @return the path with '/' between its parts, on every system */
    static String slashed(final Path file) {
        return file.toString().replace('\\', '/');
    }
}
