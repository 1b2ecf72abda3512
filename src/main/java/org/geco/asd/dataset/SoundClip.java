package org.geco.asd.dataset;

import java.nio.file.Path;

/**
 * One recording and what its place in the data set says about it.
 *
 * @param path absolute path; it alone identifies the clip, for data sets number train and test clips separately
 * @param machine the machine that was recorded
 * @param split what the clip is for
 * @param label what is known about the machine's state
 */
public record SoundClip(Path path, MachineId machine, Split split, Label label) {
    SoundClip withSplit(final Split other) {
        return new SoundClip(path, machine, other, label);
    }
}
