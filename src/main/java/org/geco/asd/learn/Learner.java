package org.geco.asd.learn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Model;
import org.geco.asd.detect.Provenance;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nn.tensor.Weights;

/**
 * What a method brings to a {@link Training}, whose result is a model; the rest is the same for all of them. Holds
 * settings, and no state of a training.
 */
public interface Learner<M extends Model> {
    /** @return the method's name in messages, e.g. "PAE" */
    String method();

    /** @return what is done, in messages, e.g. "Training a PAE" */
    default String work() {
        return "Training " + method();
    }

    /** @return all settings: a checkpoint of others is refused */
    MethodSettings settings();

    /** @return the settings that every training has */
    default TrainingSettings training() {
        return settings().training();
    }

    /** @return the fewest frames that a clip must have */
    default int leastFrames() {
        return settings().leastFrames();
    }

    /** @return true if each mel band has its own mean and deviation, false if all values share one of each */
    default boolean standardisesBands() {
        return false;
    }

    /** @return false if the network is given dB values as they are */
    default boolean standardises() {
        return true;
    }

    /** @return the values of a clip that the network is given standardised, for their mean and deviation */
    default float[] seen(final Spectrogram clip) {
        return clip.values();
    }

    /** @return names of what the reports of epochs hold, in order, {@link #heldOutMetric()} among them */
    List<String> metrics();

    /** @return name of the held-out loss among {@link #metrics()} */
    String heldOutMetric();

    /** @return names of the parts, each trained apart, that learn from a machine; an empty one if it is the only one */
    default List<String> parts(final MachineId machine) {
        return List.of("");
    }

    /**
     * @return how many members each part is trained as, which learn the same from the same clips with random numbers of
     *         their own
     */
    default int members() {
        return settings().members();
    }

    /** Fails if training cannot start from this finished model, which is of the same features. */
    void checkStart(M model) throws AsdException;

    /** Fails if the model to train further was trained with another number of members. */
    default void checkSameMembers(final MethodSettings known) throws AsdException {
        checkSame(known.members() + " ensemble members", members() + " ensemble members", "",
            "Choose the model's number of members.");
    }

    /**
     * Fails if the model to train further has something else than the settings say.
     *
     * @param what they both say, after "has", e.g. " the network"
     * @param resolution how to choose the same
     */
    default void checkSame(final String known, final String wanted, final String what, final String resolution)
        throws AsdException {
        Checks.require(known.equals(wanted), "The " + method() + " model to train further has" + what + " " + known
            + ", the settings say " + wanted + ".", resolution,
            "Or connect no model to train from random weights.");
    }

    /** Fails, before anything is trained, if a setting is out of its range, no clip is there, or the start is unfit. */
    default void checkAll(final ClipSource clips, final Optional<M> start) throws AsdException {
        settings().check();
        Checks.require(clips.size() > 0, "There are no clips to train on.",
            "Check which rows are chosen for training, and that they have spectrograms.");
        if (start.isPresent()) {
            start.get().checkMel(clips.load(0).settings());
            checkStart(start.get());
        }
    }

    /** @return what a part starts from, of a model that passed {@link #checkStart}; empty for random weights */
    Optional<WarmStart> start(M model, PartClips clips);

    /** Fails if a part cannot be trained on these clips, or further, and warns of what will not go well. */
    void check(PartClips clips, Optional<M> start, Consumer<String> warnings) throws AsdException;

    /** @return what else decides the result, e.g. another model: name → a short text */
    default Map<String, String> traits() {
        return Map.of();
    }

    /** @return about how many steps an epoch of a part has */
    long steps(PartClips clips);

    /**
     * @return bytes of working memory, beyond Java's heap, that training a part takes, and of the clips that it holds
     *         together and reads ahead
     */
    long bytes(PartClips clips);

    /**
     * Makes what is trained, with random weights, which may take long. The progress is asked while a clip is waited
     * for. An AsdException tells why it cannot be made.
     */
    Trainee trainee(PartClips clips, Seeds seeds, ProgressMonitor progress) throws AsdException;

    /** What came out of a training: parts in the order of their names, the members of a part in theirs. */
    record Learned<M extends Model>(MelSettings mel, List<LearnedPart> parts, Optional<M> start,
        Provenance provenance) {
    }

    /** What came out of the training of one part: what it was trained on, and what a model needs. */
    record LearnedPart(PartClips clips, Weights weights) { }

    /** @return the model of what came out; an AsdException if it cannot be made */
    M model(Learned<M> learned, ProgressMonitor progress) throws AsdException;

    /**
     * @param models of one part each, at least one, trained from the same start and clips, in the order of
     *            {@link PartName#ofAll}
     * @return the model of a training of all of these parts
     */
    M joined(List<M> models);
}
