package org.geco.asd.methods.pae;

import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.Incidental;
import org.geco.asd.common.NotCompared;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.types.WindowSettings;
import org.geco.asd.nn.optim.RateCourse;

/**
 * Everything that decides what a PAE learns, apart from the sounds. It is trained with Adam, in batches of windows. One
 * epoch draws windows from every clip: a random first frame below {@code windowStride}, then every {@code
 * windowStride}-th start frame. With stride 1 every window of the training set is used once an epoch, with a stride of
 * a window's length every frame (but for the rest at the ends) once. The {@code members} of a machine type learn the
 * same, each with random numbers of its own, and their scores are averaged. The paper has one.
 */
public record PaeSettings(PaeArchitecture architecture, TrainingSettings training, int windowStride,
    @Incidental @NotCompared int members) implements WindowSettings {
    /**
     * The paper's settings (section 3.2): batch 512, 60 epochs, Adam 1e-3, 1e-4 from half-way. The paper is silent on
     * which windows an epoch takes: every fifth from a random first frame has each frame once.
     */
    public static final PaeSettings PAPER = of(PaeArchitecture.PAPER, 60, 512, 5);

    /** A small network for up to some hundreds of clips, in small batches. */
    public static final PaeSettings SMALL_DATA = of(PaeArchitecture.SMALL, 60, 128, 5);

    /** The same in a sixth of the epochs, for a first look. */
    public static final PaeSettings QUICK = of(PaeArchitecture.SMALL, 10, 128, 5);

    /** Windows in an epoch of a clip of 10 s. */
    private static final int CLIP_WINDOWS = 62;

    /** @return settings with the paper's learning rate and its course: 1e-3, a tenth from half-way */
    public static PaeSettings of(final PaeArchitecture architecture, final int epochs, final int batchSize,
        final int windowStride) {
        return new PaeSettings(architecture,
            TrainingSettings.of(epochs, batchSize, 1e-3, RateCourse.steps(halfWay(epochs))), windowStride, 1);
    }

    /** @return small data's, for fewer epochs, the more clips of 10 s a machine type has */
    public static PaeSettings smallData(final int clips) {
        return SMALL_DATA.withEpochs(
            TrainingSettings.epochsOfFew((long)clips * CLIP_WINDOWS, SMALL_DATA.training().batchSize()));
    }

    /**
     * @param clips of all machine types
     * @param clipsOfType of the one that has the fewest
     * @return what so many clips are trained with if nobody chooses
     */
    public static PaeSettings automatic(final int clips, final int clipsOfType) {
        return clips > TrainingSettings.FEW_CLIPS ? PAPER : smallData(clipsOfType);
    }

    /** @return this for another number of epochs, from half of which on the learning rate is a tenth */
    public PaeSettings withEpochs(final int epochs) {
        return with(of(architecture, epochs, training.batchSize(), windowStride).training());
    }

    /** @return this with another way to train it, e.g. another seed */
    public PaeSettings with(final TrainingSettings other) {
        return new PaeSettings(architecture, other, windowStride, members);
    }

    /** @return this with so many networks for each machine type */
    public PaeSettings withMembers(final int networks) {
        return new PaeSettings(architecture, training, windowStride, networks);
    }

    /** @return the epoch at which the paper's learning rate falls to a tenth */
    public static List<Integer> halfWay(final int epochs) {
        return List.of(Math.max(0, (epochs + 1) / 2));
    }

    @Override
    public PaeSettings source(final int epochs) {
        return PAPER.withEpochs(epochs);
    }

    @Override
    public int sourceEpochs() {
        return PAPER.training.epochs();
    }

    @Override
    public int leastFrames() {
        return architecture.blockFrames();
    }

    @Override
    public PaeArchitecture network() {
        return architecture;
    }

    @Override
    public void check() throws AsdException {
        architecture.check();
        training.check("The PAE's");
        Checks.range(windowStride >= 1, "The PAE's window stride", windowStride, "1 or more, e.g. 5");
        checkMembers("The PAE's");
    }
}
