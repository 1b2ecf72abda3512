package org.geco.asd.methods.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.learn.Training;
import org.geco.asd.methods.pae.Synthetic;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.DevicePath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The autoencoder by the host's way and by a device's, on the CPU: only copies differ, so equal to the bit. */
class AutoencoderDevicePathTest {
    @BeforeAll
    static void start() throws Exception {
        Nd4jRuntime.start();
    }

    private record Trained(byte[] model, double score) { }

    @Test
    void aTrainingGivesTheSameModelAndScores() throws Exception {
        final DevicePath.Both<Trained> both = DevicePath.both(() -> {
            final AutoencoderModel model =
                Training.run(new AutoencoderLearner(TinyAutoencoder.settings(2)), Synthetic.source(2, "fan"),
                    ProgressMonitor.NONE, report -> { });
            return new Trained(TinyAutoencoder.bytes(model),
                TinyAutoencoder.score(model, "fan", Synthetic.clip("fan", 0.9, 41, 9)));
        });
        assertThat(both.device().model()).isEqualTo(both.host().model());
        assertThat(both.device().score()).isEqualTo(both.host().score()).isPositive().isFinite();
    }
}
