package org.geco.asd.methods.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.learn.Training;
import org.geco.asd.methods.pae.Synthetic;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.DevicePath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The autoencoder by the host's way and by a device's, on the CPU. They differ in how batch normalisation adds up, by
 * about 1e-7 of a sum, and Adam makes a step of what should be no gradient: that of a bias before batch normalisation.
 */
class AutoencoderDevicePathTest {
    @BeforeAll
    static void start() throws Exception {
        Nd4jRuntime.start();
    }

    @Test
    void aTrainingGivesTheSameScoreButForRounding() throws Exception {
        final DevicePath.Both<Double> both = DevicePath.both(() -> {
            final AutoencoderModel model =
                Training.run(new AutoencoderLearner(TinyAutoencoder.settings(2)), Synthetic.source(2, "fan"),
                    ProgressMonitor.NONE, report -> { });
            return TinyAutoencoder.score(model, "fan", Synthetic.clip("fan", 0.9, 41, 9));
        });
        assertThat(both.host()).isPositive();
        assertThat(both.device()).isCloseTo(both.host(), within(0.01 * both.host()));
    }
}
