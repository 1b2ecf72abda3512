package org.geco.asd.clips;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.Spectrogram;

/**
 * The spectrograms a learner trains on, by their index from 0, read one at a time, so that memory need not hold them
 * all. Reading is thread-safe.
 */
public interface ClipSource {
    /** @return number of clips */
    int size();

    /** @return the machine that was recorded */
    MachineId machine(int index);

    /** @return a name for messages: the row or the path of the clip */
    String name(int index);

    /** @return whatever tells the recording that the clip was cut from from others */
    default Object recording(final int index) {
        return index;
    }

    /** @return true if the clip is not to be trained on, but only to be measured */
    default boolean isHeldOut(final int index) {
        return false;
    }

    /** @return the clip's spectrogram; an AsdException if it cannot be read */
    Spectrogram load(int index) throws AsdException;
}
