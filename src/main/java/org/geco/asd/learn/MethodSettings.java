package org.geco.asd.learn;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;

/** Everything that decides what a method learns, apart from the sounds: a record of values and records. */
public interface MethodSettings {
    /** More members than anyone waits for. */
    int MOST_MEMBERS = 99;

    /** @return the settings that every training has */
    TrainingSettings training();

    /** @return the fewest frames that a clip must have */
    int leastFrames();

    /** @return true if clips need their waveform beside the spectrogram */
    default boolean hearsWaveforms() {
        return false;
    }

    /** @return networks that learn the same, each with random numbers of its own; a score is the mean of theirs */
    int members();

    /** @return how it is trained, readable */
    default String trainingInWords() {
        return training().inWords() + (members() == 1 ? "" : ", mean of " + members() + " networks");
    }

    /** Fails naming whose number of members is out of its range, e.g. "GeCo's". */
    default void checkMembers(final String whose) throws AsdException {
        Checks.range(members() >= 1 && members() <= MOST_MEMBERS, whose + " number of ensemble members", members(),
            "1 to " + MOST_MEMBERS + ", e.g. 5");
    }

    /** Fails naming the setting that is out of its range. */
    void check() throws AsdException;
}
