package org.geco.asd.methods.autoencoder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Seeds;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Provenance;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.autoencoder.AutoencoderSettings.Form;
import org.geco.asd.methods.pae.Synthetic;
import org.geco.asd.nn.optim.RateCourse;
import org.geco.asd.nn.tensor.HostArray;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network that trains in a moment. */
public final class TinyAutoencoder {

    private TinyAutoencoder() {
    }

    public static AutoencoderSettings settings(final int epochs) {
        return new AutoencoderSettings(Form.RECONSTRUCTION, 5, 16, 4, TrainingSettings.of(epochs, 32, 1e-2,
            new RateCourse(RateCourse.Shape.CONSTANT, List.of(), 0)), 1);
    }

    /** A network that starts at random. */
    static AutoencoderNetwork network(final long seed) {
        final AutoencoderNetwork network = new AutoencoderNetwork(settings(1), Synthetic.MEL.mels());
        network.initialise(new Seeds(seed));
        return network;
    }

    /** Windows of random values, in dB. */
    static INDArray windows(final HostArray array, final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < array.values().length; i++) {
            array.values()[i] = (float)(-40 + 10 * random.nextGaussian());
        }
        return array.upload();
    }

    /** A clip's score. */
    public static double score(final AutoencoderModel model, final String type, final Spectrogram clip)
        throws AsdException {
        try (AutoencoderScorer scorer = new AutoencoderScorer(model)) {
            return scorer.score(new MachineId(type, "00"), clip, "a clip").score();
        }
    }

    /** @return the model with one member of each machine type */
    static AutoencoderModel only(final AutoencoderModel model, final int member) {
        return new AutoencoderModel(model.mel(), model.settings().withMembers(1),
            Synthetic.only(model.types(), member), Optional.empty());
    }

    /** The file of a model, without what differs from run to run. */
    static byte[] bytes(final AutoencoderModel model) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AutoencoderModel(model.mel(), model.settings(), model.types(),
            model.provenance().map(Provenance::repeatable).or(Optional::empty)).write(out);
        return out.toByteArray();
    }
}
