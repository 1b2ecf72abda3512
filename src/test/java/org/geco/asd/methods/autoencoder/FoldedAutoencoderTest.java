package org.geco.asd.methods.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.geco.asd.common.Seeds;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.autoencoder.AutoencoderSettings.Form;
import org.geco.asd.methods.pae.Synthetic;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.HostArray;
import org.geco.asd.nn.tensor.Weights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a network predicts, with its norms folded into the dense layers. */
class FoldedAutoencoderTest {
    @BeforeAll
    static void start() throws Exception {
        Nd4jRuntime.start();
    }

    /** One layer after the other in double precision, of the weights as they are kept. */
    private static double[] predicted(final Weights weights, final double[] window) {
        double[] x = window;
        for (int layer = 1; weights.tensors().containsKey("dense" + layer + ".W"); layer++) {
            final double[] y = new double[weights.get("dense" + layer + ".b").values().length];
            for (int o = 0; o < y.length; o++) {
                y[o] = weights.get("dense" + layer + ".b").values()[o];
                for (int i = 0; i < x.length; i++) {
                    y[o] += x[i] * weights.get("dense" + layer + ".W").values()[i * y.length + o];
                }
                if (weights.tensors().containsKey("norm" + layer + ".var")) {
                    final String norm = "norm" + layer + ".";
                    y[o] = (y[o] - weights.get(norm + "mean").values()[o])
                        / Math.sqrt(weights.get(norm + "var").values()[o] + 1e-3)
                        * weights.get(norm + "gamma").values()[o] + weights.get(norm + "beta").values()[o];
                }
                if (weights.tensors().containsKey("dense" + (layer + 1) + ".W")) {
                    y[o] = Math.max(0, y[o]);
                }
            }
            x = y;
        }
        return x;
    }

    @ParameterizedTest
    @EnumSource
    void itPredictsWhatItsLayersSayAlsoAfterAnotherStep(final Form form) {
        final AutoencoderSettings settings =
            new AutoencoderSettings(form, 5, 16, 4, TinyAutoencoder.settings(1).training(), 1);
        final int mels = Synthetic.MEL.mels();
        final Spectrogram clip = Synthetic.clip("fan", 0.9, 5, 5);
        final float[] seen = new float[settings.inputs() * mels];
        settings.copyInput(clip, 0, seen, 0);
        try (AutoencoderNetwork network = new AutoencoderNetwork(settings, mels);
                HostArray x = new HostArray(20, (long)settings.inputs() * mels);
                HostArray y = new HostArray(20, (long)settings.outputs() * mels)) {
            network.initialise(new Seeds(1));
            for (int step = 0; step < 3; step++) {
                network.step(TinyAutoencoder.windows(x, step), TinyAutoencoder.windows(y, step + 10), 1e-2);
                final double[] expected =
                    predicted(network.weights(), IntStream.range(0, seen.length).mapToDouble(i -> seen[i]).toArray());
                final float[] made = network.reconstruct(clip);
                for (int i = 0; i < expected.length; i++) {
                    assertThat((double)made[settings.firstOutput() * mels + i]).isCloseTo(expected[i], within(1e-3));
                }
            }
        }
    }

    /** The error of the centre frame alone, and a clip with the frames that no window predicts as they were. */
    @Test
    void theInterpolationSeesAllFramesOfAWindowButItsCentre() {
        final AutoencoderSettings idnn = AutoencoderSettings.IDNN;
        try (AutoencoderNetwork network = new AutoencoderNetwork(idnn, Synthetic.MEL.mels())) {
            network.initialise(new Seeds(1));
            final Spectrogram clip = Synthetic.clip("fan", 0.9, 30, 5);
            final int mels = clip.mels();
            final float[] made = network.reconstruct(clip);
            double sum = 0;
            for (int i = 2 * mels; i < 28 * mels; i++) {
                sum += Math.pow((double)made[i] - clip.values()[i], 2);
            }
            assertThat(network.error(clip)).isCloseTo(sum / (26 * mels), within(1e-6 * sum));
            assertThat(Arrays.copyOf(made, 2 * mels)).isEqualTo(Arrays.copyOf(clip.values(), 2 * mels));
            assertThat(Arrays.copyOfRange(made, 28 * mels, 30 * mels))
                .isEqualTo(Arrays.copyOfRange(clip.values(), 28 * mels, 30 * mels));
            final float[] other = clip.values().clone();
            Arrays.fill(other, 10 * mels, 11 * mels, 0f);
            final float[] without = network.reconstruct(new Spectrogram(Synthetic.MEL, 30, other));
            assertThat(Arrays.copyOfRange(without, 10 * mels, 11 * mels)).as("its own centre is not seen")
                .isEqualTo(Arrays.copyOfRange(made, 10 * mels, 11 * mels));
            assertThat(Arrays.copyOfRange(without, 9 * mels, 10 * mels)).as("its neighbours see it")
                .isNotEqualTo(Arrays.copyOfRange(made, 9 * mels, 10 * mels));
        }
    }

    @Test
    void aLongClipScoresAsTheMeanOfItsWindows() {
        try (AutoencoderNetwork network = TinyAutoencoder.network(1)) {
            final Spectrogram clip = Synthetic.clip("fan", 0.9, 700, 5);
            double sum = 0;
            for (int t = 0; t + 5 <= clip.frames(); t++) {
                final int mels = Synthetic.MEL.mels();
                sum += network.error(new Spectrogram(Synthetic.MEL, 5,
                    Arrays.copyOfRange(clip.values(), t * mels, (t + 5) * mels)));
            }
            assertThat(network.error(clip)).isCloseTo(sum / (clip.frames() - 4), within(1e-4 * sum / 700));
        }
    }

    @Test
    void eachFrameIsReconstructedAsTheMeanOfTheWindowsThatItLiesIn() {
        try (AutoencoderNetwork network = TinyAutoencoder.network(1)) {
            final Spectrogram clip = Synthetic.clip("fan", 0.9, 7, 5);
            final int mels = Synthetic.MEL.mels();
            final double[] sum = new double[mels];
            for (int t = 0; t < 3; t++) {
                final float[] window = network.reconstruct(new Spectrogram(Synthetic.MEL, 5,
                    Arrays.copyOfRange(clip.values(), t * mels, (t + 5) * mels)));
                for (int b = 0; b < mels; b++) {
                    sum[b] += window[(3 - t) * mels + b];
                }
            }
            final float[] whole = network.reconstruct(clip);
            for (int b = 0; b < mels; b++) {
                assertThat(whole[3 * mels + b]).isCloseTo((float)(sum[b] / 3), within(1e-3f));
            }
        }
    }
}
