package org.geco.asd.detect;

import org.geco.asd.clips.ClipChecks;
import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.MelSettings;

/** A trained model of any method. Immutable; scoring with it needs a {@link Scorer}. */
public interface Model extends Learned {
    /** @return how the spectrograms were computed; others cannot be scored */
    MelSettings mel();

    /** @return the fewest frames that a clip must have */
    int leastFrames();

    /** @return true if clips need their waveform beside the spectrogram */
    default boolean hearsWaveforms() {
        return false;
    }

    /** @return in what it was trained otherwise than in the paper, or in the method's source */
    Differences differences();

    /** Fails if the model does not know the machine. */
    void checkMachine(MachineId machine) throws AsdException;

    /** Fails, naming the difference, if spectrograms are not of the kind that the model was trained on. */
    default void checkMel(final MelSettings settings) throws AsdException {
        if (!settings.equals(mel())) {
            throw new AsdException("The spectrograms were computed with " + settings + ", the " + method()
                + " model was trained with " + mel() + ".",
                "Extract the spectrograms with the settings of the training.");
        }
    }

    /**
     * @return the clip; fails if the model does not know the machine, or the spectrogram is of other settings, too
     *         short, not all numbers or without the waveform that the model hears
     */
    default Clip check(final Clip clip) throws AsdException {
        checkMachine(clip.machine());
        checkMel(clip.spectrogram().settings());
        ClipChecks.frames(clip.spectrogram(), clip.name(), method(), leastFrames());
        ClipChecks.numbers(clip.spectrogram(), clip.name());
        if (hearsWaveforms()) {
            ClipChecks.waveform(clip.spectrogram(), clip.name(), method());
        }
        return clip;
    }
}
