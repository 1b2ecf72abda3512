package org.geco.asd.methods.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.geco.asd.files.Tensor;
import org.geco.asd.methods.autoencoder.AutoencoderSettings.Form;
import org.geco.asd.nn.features.GoldenNetwork;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.DevicePath;
import org.geco.asd.nn.tensor.GoldenArrays;
import org.geco.asd.nn.tensor.HostArray;
import org.geco.asd.nn.tensor.Weights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three steps of Adam and what they leave, against PyTorch (README.md beside the values). */
class AutoencoderGoldenTest {
    private static final int WINDOWS = 12;

    private static final int MELS = 8;

    private static GoldenNetwork golden;

    @BeforeAll
    static void read() throws Exception {
        Nd4jRuntime.start();
        golden = new GoldenNetwork(new GoldenArrays(AutoencoderGoldenTest.class, "autoencoder-golden.bin"));
    }

    /** As in the script: matrices as He et al. have them, scales about 1, biases about 0, statistics 0 and 1. */
    private static void formula(final AutoencoderNetwork network) {
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        network.weights().tensors().forEach((name, tensor) -> {
            final float[] values = new float[tensor.values().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float)start(name, tensor.shape()[0], GoldenNetwork.noise(i, tensors.size()));
            }
            tensors.put(name, new Tensor(tensor.shape(), values));
        });
        network.load(Weights.of(tensors));
    }

    private static double start(final String name, final long inputs, final double noise) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "W" -> noise * Math.sqrt(6.0 / inputs);
            case "gamma" -> 1 + 0.3 * noise;
            case "mean" -> 0;
            case "var" -> 1;
            default -> 0.3 * noise;
        };
    }

    private static HostArray decibels(final int frames, final int stream) {
        final HostArray array = new HostArray(WINDOWS, (long)frames * MELS);
        for (int i = 0; i < array.values().length; i++) {
            array.values()[i] = (float)(10 * GoldenNetwork.noise(i, stream) - 40);
        }
        return array;
    }

    private static AutoencoderSettings settings(final Form form) {
        return new AutoencoderSettings(form, 5, 16, 4, TinyAutoencoder.settings(1).training(), 1);
    }

    private static Weights assertSteps(final Form form) {
        final String prefix = form.name().toLowerCase(Locale.ROOT) + ".";
        final AutoencoderSettings settings = settings(form);
        try (AutoencoderNetwork network = new AutoencoderNetwork(settings, MELS);
                HostArray x = decibels(settings.inputs(), 1000); HostArray y = decibels(settings.outputs(), 1001)) {
            formula(network);
            for (int step = 0; step < 3; step++) {
                final double expected = golden.golden().values(prefix + "losses")[step];
                assertThat(network.step(x.upload(), y.upload(), 1e-3)).as("loss %d", step).isCloseTo(expected,
                    within(1e-5 * expected));
            }
            network.weights().tensors().forEach((name, tensor) -> {
                // a bias before batch normalisation has no gradient but rounding, which Adam makes a step of
                if (form == Form.INTERPOLATION || !name.matches("dense[1-9][.]b")) {
                    golden.assertKept(prefix + name, tensor.values(), 1e-4);
                }
            });
            return network.weights();
        }
    }

    @ParameterizedTest
    @EnumSource
    void threeStepsAreThoseOfPyTorch(final Form form) {
        assertSteps(form);
    }

    /** There Deeplearning4j's own batch normalisation and Adam compute. */
    @ParameterizedTest
    @EnumSource
    void aDevicesWayGivesThemToo(final Form form) throws Exception {
        DevicePath.device(() -> assertSteps(form));
    }
}
