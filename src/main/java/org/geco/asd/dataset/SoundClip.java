package org.geco.asd.dataset;

import java.nio.file.Path;

/**
 * One recording and what its place in the data set says about it. Its absolute path alone identifies it, for data sets
 * number train and test clips separately.
 */
public record SoundClip(Path path, MachineId machine, Split split, Label label) {
    SoundClip withSplit(final Split other) {
        return new SoundClip(path, machine, other, label);
    }
}
