package org.geco.asd.learn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Model;
import org.geco.asd.detect.Provenance;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nn.tensor.Weights;

/**
 * What a method brings to a {@link Training}; the rest is the same for all of them. Holds settings, and no state of a
 * training.
 *
 * @param <M> the model that comes out
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

    /** @return the values of a clip that the network is given standardised, for their mean and deviation */
    default float[] seen(final Spectrogram clip) {
        return clip.values();
    }

    /** @return names of what the reports of epochs hold, in order, {@link #heldOutMetric()} among them */
    List<String> metrics();

    /** @return name of the held-out loss among {@link #metrics()} */
    String heldOutMetric();

    /**
     * Parts are trained apart from each other, some at once.
     *
     * @param machine a machine
     * @return names of the parts that learn from its clips; one empty name if there is one part only
     */
    default List<String> parts(final MachineId machine) {
        return List.of("");
    }

    /**
     * Members learn the same from the same clips, each with its own random numbers.
     *
     * @return names of the members that each part is trained as; one empty name if there is one only
     */
    default List<String> members() {
        return List.of("");
    }

    /**
     * Checks that training can start from a finished model.
     *
     * @param model the model, of the same features
     * @throws AsdException if it cannot
     */
    void checkStart(M model) throws AsdException;

    /**
     * @param model passed {@link #checkStart}
     * @param clips of a part
     * @return what the part starts from; empty for random weights
     */
    Optional<WarmStart> start(M model, PartClips clips);

    /**
     * Checks that a part can be trained on these clips, and warns of what will not go well.
     *
     * @param clips of the part
     * @param start a finished model that training starts from
     * @param warnings hears of what the user should know
     * @throws AsdException if it cannot
     */
    void check(PartClips clips, Optional<M> start, Consumer<String> warnings) throws AsdException;

    /** @return what else decides the result, e.g. another model: name → a short text */
    default Map<String, String> traits() {
        return Map.of();
    }

    /**
     * @param clips of a part
     * @return about how many steps an epoch has
     */
    long steps(PartClips clips);

    /**
     * @param clips of a part
     * @return bytes of working memory, beyond Java's heap, that training on them takes, and of the clips that it holds
     *         together and reads ahead
     */
    long bytes(PartClips clips);

    /**
     * Makes what is trained, which may take long.
     *
     * @param clips of the part
     * @param seeds its random numbers
     * @param progress asked while a clip is waited for
     * @return the trainee at its start, with random weights
     * @throws AsdException if it cannot be made
     */
    Trainee trainee(PartClips clips, Seeds seeds, ProgressMonitor progress) throws AsdException;

    /**
     * What came out of a training.
     *
     * @param <M> the model
     * @param mel how the spectrograms were computed
     * @param parts in the order of their names, the members of a part in theirs
     * @param start the model that training started from
     * @param provenance to be kept with the model
     */
    record Learned<M extends Model>(MelSettings mel, List<LearnedPart> parts, Optional<M> start,
        Provenance provenance) {
    }

    /**
     * What came out of the training of one part.
     *
     * @param clips what it was trained on
     * @param weights what a model needs
     */
    record LearnedPart(PartClips clips, Weights weights) { }

    /**
     * @param learned what came out
     * @param progress of making the model
     * @return the model
     * @throws AsdException if it cannot be made
     */
    M model(Learned<M> learned, ProgressMonitor progress) throws AsdException;
}
