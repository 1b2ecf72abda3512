package org.geco.asd.learn;

import org.geco.asd.common.AsdException;

/** Everything that decides what a method learns, apart from the sounds: a record of values and records. */
public interface MethodSettings {
    /** @return the settings that every training has */
    TrainingSettings training();

    /** @return the fewest frames that a clip must have */
    int leastFrames();

    /** @return true if clips need their waveform beside the spectrogram */
    default boolean hearsWaveforms() {
        return false;
    }

    /** Fails naming the setting that is out of its range. */
    void check() throws AsdException;
}
