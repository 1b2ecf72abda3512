package org.geco.asd.nn.mobile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Seeds;
import org.geco.asd.nn.classify.ClassifyingNetwork;
import org.geco.asd.nn.classify.ClassifyingSession;
import org.geco.asd.nn.classify.HeadSettings;
import org.geco.asd.nn.classify.Sample;
import org.geco.asd.nn.features.EmbeddingNetwork;
import org.geco.asd.nn.features.GoldenNetwork;
import org.geco.asd.nn.layers.Convolution;
import org.geco.asd.nn.layers.ConvolutionLayer;
import org.geco.asd.nn.layers.FeatureMap;
import org.geco.asd.nn.layers.Rectifier;
import org.geco.asd.nn.optim.Sgd;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.GoldenArrays;
import org.geco.asd.nn.tensor.GradientCheck;
import org.geco.asd.nn.tensor.Parameter;
import org.geco.asd.nn.tensor.Parameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Sizes against the paper's and torchvision's, values against PyTorch's (README.md beside them). */
class MobileNetV2Test {
    private static final int[] CLASSES = {1, 0, 1, 1, 2, 0};

    private static final ClassifyingNetwork.Shape SHAPE = new ClassifyingNetwork.Shape(6, 33, 35, 3);

    private static final MobileNetV2 NARROW = new MobileNetV2(0.1);

    private static GoldenNetwork golden;

    @BeforeAll
    static void read() throws Exception {
        Nd4jRuntime.start();
        golden = new GoldenNetwork(new GoldenArrays(MobileNetV2Test.class, "mobile-golden.bin"));
    }

    private record Size(FeatureMap out) implements ConvolutionLayer {
        @Override
        public INDArray forward(final INDArray x, final Rectifier unit) {
            throw new UnsupportedOperationException();
        }
    }

    /** torchvision's mobilenet_v2() has 3,504,872 with three input channels, 1,968,680 at half of the width. */
    @ParameterizedTest
    @CsvSource({"1, 3504872, 32", "0.5, 1968680, 16"})
    void hasTorchvisionsNumberOfParameters(final double width, final long torchvision, final int stem)
        throws AsdException {
        try (Parameters parameters = new Parameters(DataType.FLOAT, new Seeds(0)); ClassifyingNetwork network =
            new ClassifyingNetwork(parameters, new MobileNetV2(width), new ClassifyingNetwork.Shape(2, 32, 32, 1000),
                HeadSettings.PAPER)) {
            parameters.allocate(false);
            assertThat(parameters.values().length()).isEqualTo(torchvision - 2 * stem * 9);
        }
    }

    /** Table 2 of the paper, for its input of 224 × 224. */
    @Test
    void hasTheSizesOfThePaper() {
        final Map<String, FeatureMap> sizes = new LinkedHashMap<>();
        new MobileNetV2(1).layers(new FeatureMap(1, 224, 224, 1), (name, in, convolution) -> {
            sizes.put(name, convolution.output(in));
            return new Size(convolution.output(in));
        });
        assertThat(sizes).hasSize(52).containsEntry("stem", new FeatureMap(1, 112, 112, 32))
            .containsEntry("block1.project", new FeatureMap(1, 112, 112, 16))
            .containsEntry("block2.expand", new FeatureMap(1, 112, 112, 96))
            .containsEntry("block3.project", new FeatureMap(1, 56, 56, 24))
            .containsEntry("block6.project", new FeatureMap(1, 28, 28, 32))
            .containsEntry("block10.project", new FeatureMap(1, 14, 14, 64))
            .containsEntry("block13.project", new FeatureMap(1, 14, 14, 96))
            .containsEntry("block16.project", new FeatureMap(1, 7, 7, 160))
            .containsEntry("block17.depthwise", new FeatureMap(1, 7, 7, 960))
            .containsEntry("block17.project", new FeatureMap(1, 7, 7, 320))
            .containsEntry("last", new FeatureMap(1, 7, 7, 1280));
    }

    private static float[] patches() {
        final float[] values = new float[SHAPE.batch() * SHAPE.frames() * SHAPE.mels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = 2 * (float)GoldenNetwork.noise(i, 1000);
        }
        return values;
    }

    private static Sample sample(final DataType precision) {
        return new Sample(Nd4j.createFromArray(patches()).castTo(precision).reshape(SHAPE.batch(), SHAPE.frames(),
            SHAPE.mels(), 1), CLASSES);
    }

    @Test
    void gradientsAreThoseOfPyTorch() {
        try (Parameters parameters = new Parameters(DataType.DOUBLE, new Seeds(0));
                ClassifyingNetwork network = new ClassifyingNetwork(parameters, NARROW, SHAPE, HeadSettings.PAPER)) {
            parameters.allocate(true);
            GoldenNetwork.formula(parameters);
            assertThat(network.gradients(sample(DataType.DOUBLE), (z, dz) -> { }).value())
                .isCloseTo(golden.golden().values("losses")[0], within(1e-6));
            parameters.all().forEach(
                p -> golden.assertKept("g:" + p.name(), p.gradient().dup('c').data().asDouble(), 1e-5));
        }
    }

    /** And then with the batch normalisation folded into the convolutions. */
    @Test
    void threeStepsAndTheFinishedNetworkAreThoseOfPyTorch() {
        final Parameters parameters = new Parameters(DataType.DOUBLE, new Seeds(0));
        try (ClassifyingSession session = new ClassifyingSession(parameters, NARROW,
            new ClassifyingNetwork(parameters, NARROW, SHAPE, HeadSettings.PAPER), new Sgd(parameters, 0.9, 1e-4))) {
            GoldenNetwork.formula(parameters);
            for (int step = 0; step < 3; step++) {
                assertThat(session.step(sample(DataType.DOUBLE), 0.01).value())
                    .isCloseTo(golden.golden().values("losses")[step], within(1e-5));
            }
            session.weights().tensors().forEach(
                (name, tensor) -> golden.assertKept("after:" + name, tensor.values(), 1e-5));
            try (EmbeddingNetwork network =
                new EmbeddingNetwork(NARROW, session.weights(), SHAPE.batch(), SHAPE.frames(), SHAPE.mels())) {
                final float[] z = network.embed(patches(), SHAPE.batch());
                for (int i = 0; i < SHAPE.batch(); i++) {
                    golden.assertKept("embedding" + i, Arrays.copyOfRange(z, i * NARROW.embeddingSize(),
                        (i + 1) * NARROW.embeddingSize()), 1e-3);
                }
            }
        }
    }

    @Test
    void gradientsAreThoseOfFiniteDifferences() {
        try (Parameters parameters = new Parameters(DataType.DOUBLE, new Seeds(3));
                ClassifyingNetwork network = new ClassifyingNetwork(parameters, NARROW, SHAPE, HeadSettings.PAPER)) {
            parameters.allocate(true);
            final Sample sample =
                new Sample(GradientCheck.normal(7, SHAPE.batch(), SHAPE.frames(), SHAPE.mels(), 1), CLASSES);
            final DoubleSupplier loss = () -> network.gradients(sample, (z, dz) -> { }).value();
            loss.getAsDouble();
            final Map<Parameter, double[]> gradients = new LinkedHashMap<>();
            parameters.all().forEach(p -> gradients.put(p, p.gradient().dup('c').data().asDouble()));
            // PyTorch's values hold all of them; of these some, over the whole depth
            final List<Parameter> all = List.copyOf(gradients.keySet());
            for (int i = 0; i < all.size(); i += 7) {
                final double[] gradient = gradients.get(all.get(i));
                assertThat(GoldenNetwork.slope(all.get(i), loss)).as(all.get(i).name())
                    .isCloseTo(gradient[gradient.length / 2], within(1e-5));
            }
        }
    }

    @Test
    void aNarrowLayerIsRoundedToEightChannelsByNoMoreThanATenthDownwards() {
        final Map<String, Integer> channels = new LinkedHashMap<>();
        new MobileNetV2(0.35).layers(new FeatureMap(1, 32, 32, 1), (name, in, convolution) -> {
            channels.put(name, convolution.out());
            return new Size(convolution.output(in));
        });
        // torchvision's and Keras' of width 0.35
        assertThat(channels).containsEntry("stem", 16).containsEntry("block1.project", 8)
            .containsEntry("block2.project", 8).containsEntry("block4.project", 16)
            .containsEntry("block7.project", 24).containsEntry("block11.project", 32)
            .containsEntry("block14.project", 56).containsEntry("block17.project", 112).containsEntry("last", 1280);
        assertThat(new Convolution(8, 3, 1, true).isDepthwise()).isTrue();
    }
}
