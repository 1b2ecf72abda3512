package org.geco.asd.methods.autoencoder;

import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.types.WindowSettings;
import org.geco.asd.nn.optim.RateCourse;

/**
 * Everything that decides what an autoencoder learns, apart from the sounds. It is trained with Adam, in batches of
 * windows; one epoch has every window of every clip once. The input is dB values as they are.
 *
 * @param width units of each of the four hidden layers before the bottleneck and of the four after it
 */
public record AutoencoderSettings(int frames, int width, int bottleneck, TrainingSettings training)
    implements WindowSettings {
    /** The baseline of DCASE 2020 Task 2: 640–128×4–8–128×4–640, 100 epochs, batch 512, Adam 1e-3. */
    public static final AutoencoderSettings DCASE = new AutoencoderSettings(5, 128, 8,
        TrainingSettings.of(100, 512, 1e-3, new RateCourse(RateCourse.Shape.CONSTANT, List.of(), 0)));

    /** Windows in an epoch of a clip of 10 s. */
    private static final int CLIP_WINDOWS = 309;

    /** @return the baseline's epochs, or more if a machine type has only a few clips of 10 s */
    public static int epochs(final int clips, final int batchSize) {
        return Math.max(DCASE.training().epochs(),
            TrainingSettings.epochsOfFew((long)clips * CLIP_WINDOWS, batchSize));
    }

    /** @return this network trained so */
    public AutoencoderSettings with(final TrainingSettings other) {
        return new AutoencoderSettings(frames, width, bottleneck, other);
    }

    @Override
    public int leastFrames() {
        return frames;
    }

    @Override
    public String network() {
        return frames + " frames, width " + width + ", bottleneck " + bottleneck;
    }

    @Override
    public void check() throws AsdException {
        Checks.range(frames >= 1, "The autoencoder's number of frames", frames, "1 or more, e.g. 5");
        Checks.range(width >= 1, "The autoencoder's width", width, "1 or more, e.g. 128");
        Checks.range(bottleneck >= 1, "The autoencoder's bottleneck", bottleneck, "1 or more, e.g. 8");
        training.check("The autoencoder's");
    }
}
