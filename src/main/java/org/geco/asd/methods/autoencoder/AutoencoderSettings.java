package org.geco.asd.methods.autoencoder;

import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.Incidental;
import org.geco.asd.common.NotCompared;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.types.WindowSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nn.optim.RateCourse;

/**
 * Everything that decides what an autoencoder learns, apart from the sounds. It is trained with Adam, in batches of
 * windows; one epoch has every window of every clip once. The input is dB values as they are.
 *
 * @param width units of the wide hidden layers, see {@link Form}
 * @param members networks for each machine type that learn the same, each with random numbers of its own
 */
public record AutoencoderSettings(Form form, int frames, int width, int bottleneck, TrainingSettings training,
    @Incidental @NotCompared int members) implements WindowSettings {
    /** What a network makes of a window. */
    public enum Form {
        /** The window again: four wide layers before the bottleneck and four after it, with batch normalisation. */
        RECONSTRUCTION,

        /**
         * Its centre frame from the others (Suefusa et al., <i>Anomalous Sound Detection Based on Interpolation Deep
         * Neural Network</i>, ICASSP 2020: IDNN): one wide layer, one of half its width, the bottleneck, and back.
         */
        INTERPOLATION
    }


    /** The baseline of DCASE 2020 Task 2: 640–128×4–8–128×4–640, 100 epochs, batch 512, Adam 1e-3. */
    public static final AutoencoderSettings DCASE = new AutoencoderSettings(Form.RECONSTRUCTION, 5, 128, 8,
        TrainingSettings.of(100, 512, 1e-3, new RateCourse(RateCourse.Shape.CONSTANT, List.of(), 0)), 1);

    /** IDNN of 64-32-16-32-64, trained as the baseline: its own training was not at hand. */
    public static final AutoencoderSettings IDNN =
        new AutoencoderSettings(Form.INTERPOLATION, 5, 64, 16, DCASE.training(), 1);

    /** Windows in an epoch of a clip of 10 s. */
    private static final int CLIP_WINDOWS = 309;

    /** @return the baseline's epochs, or more if a machine type has only a few clips of 10 s */
    public static int epochs(final int clips, final int batchSize) {
        return Math.max(DCASE.training().epochs(),
            TrainingSettings.epochsOfFew((long)clips * CLIP_WINDOWS, batchSize));
    }

    /** @return this network trained so */
    public AutoencoderSettings with(final TrainingSettings other) {
        return new AutoencoderSettings(form, frames, width, bottleneck, other, members);
    }

    /** @return this with so many networks for each machine type, whose scores are averaged */
    public AutoencoderSettings withMembers(final int networks) {
        return new AutoencoderSettings(form, frames, width, bottleneck, training, networks);
    }

    /** @return the frames of a window that are predicted: from which on */
    int firstOutput() {
        return form == Form.INTERPOLATION ? frames / 2 : 0;
    }

    /** @return how many frames of a window are predicted */
    int outputs() {
        return form == Form.INTERPOLATION ? 1 : frames;
    }

    /** @return how many frames of a window are seen */
    int inputs() {
        return form == Form.INTERPOLATION ? frames - 1 : frames;
    }

    /** @return how many windows a clip has, one at least if it is long enough */
    int windows(final Spectrogram clip) {
        return clip.frames() - frames + 1;
    }

    /** @return whether a frame of a window is seen */
    boolean isSeen(final int frame) {
        return form == Form.RECONSTRUCTION || frame != firstOutput();
    }

    /** Copies what is seen of the window that starts at a frame of a clip, to an index on. */
    void copyInput(final Spectrogram clip, final int frame, final float[] target, final int to) {
        final int mels = clip.mels();
        if (form == Form.RECONSTRUCTION) {
            System.arraycopy(clip.values(), frame * mels, target, to, frames * mels);
        } else {
            final int half = firstOutput() * mels;
            System.arraycopy(clip.values(), frame * mels, target, to, half);
            System.arraycopy(clip.values(), (frame + firstOutput() + 1) * mels, target, to + half, half);
        }
    }

    /** Copies what is to be predicted of it. */
    void copyTarget(final Spectrogram clip, final int frame, final float[] target, final int to) {
        System.arraycopy(clip.values(), (frame + firstOutput()) * clip.mels(), target, to, outputs() * clip.mels());
    }

    @Override
    public AutoencoderSettings source(final int epochs) {
        final AutoencoderSettings source = form == Form.INTERPOLATION ? IDNN : DCASE;
        return source.with(TrainingSettings.of(epochs, source.training.batchSize(), source.training.learningRate(),
            source.training.rates()));
    }

    @Override
    public int sourceEpochs() {
        return DCASE.training.epochs();
    }

    @Override
    public int leastFrames() {
        return frames;
    }

    @Override
    public String network() {
        return (form == Form.INTERPOLATION ? "centre of " : "") + frames + " frames, width " + width
            + ", bottleneck " + bottleneck;
    }

    @Override
    public void check() throws AsdException {
        Checks.range(form == Form.RECONSTRUCTION || frames >= 3 && frames % 2 == 1,
            "The number of frames whose centre is interpolated", frames, "an odd number from 3 on, e.g. 5");
        Checks.range(frames >= 1, "The autoencoder's number of frames", frames, "1 or more, e.g. 5");
        Checks.range(width >= 1, "The autoencoder's width", width, "1 or more, e.g. 128");
        Checks.range(bottleneck >= 1, "The autoencoder's bottleneck", bottleneck, "1 or more, e.g. 8");
        training.check("The autoencoder's");
        checkMembers("The autoencoder's");
    }
}
