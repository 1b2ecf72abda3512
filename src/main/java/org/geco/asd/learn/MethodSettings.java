package org.geco.asd.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.detect.Differences;
import org.geco.asd.detect.Provenance;
import org.geco.asd.mel.MelSettings;

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

    /**
     * @return how the paper, or the source of a method that the paper compares with, trains it in so many epochs: what
     *         happens at a time of the training, e.g. that the learning rate falls, happens at the same share of them
     */
    MethodSettings source(int epochs);

    /** @return the epochs of the source */
    int sourceEpochs();

    /**
     * @param mel how the spectrograms were computed
     * @param made where the model comes from
     * @return in what the training of a model with these settings differs from its source's
     */
    default Differences differences(final MelSettings mel, final Optional<Provenance> made) {
        final List<String> all = new ArrayList<>();
        final int epochs = training().epochs();
        Differences.between("epochs", epochs, sourceEpochs()).ifPresent(all::add);
        all.addAll(Differences.between((Record)this, (Record)source(epochs)).settings());
        if (training().stop().patience() == 0
            && made.stream().flatMap(it -> it.parts().stream()).anyMatch(part -> part.epochs() < epochs)) {
            all.add("ended before its last epoch");
        }
        all.addAll(Differences.between(mel, MelSettings.PAPER).settings());
        return new Differences(all, members());
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
