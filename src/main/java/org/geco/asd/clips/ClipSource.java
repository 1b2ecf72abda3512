package org.geco.asd.clips;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.Spectrogram;

/**
 * The spectrograms a learner trains on, read one at a time, so that memory need not hold them all. Reading is
 * thread-safe.
 */
public interface ClipSource {

    /** @return number of clips */
    int size();

    /**
     * @param index 0 to size − 1
     * @return the machine that was recorded
     */
    MachineId machine(int index);

    /**
     * @param index 0 to size − 1
     * @return a name for messages: the row or the path of the clip
     */
    String name(int index);

    /**
     * @param index 0 to size − 1
     * @return the clip's spectrogram
     * @throws AsdException if it cannot be read
     */
    Spectrogram load(int index) throws AsdException;
}
