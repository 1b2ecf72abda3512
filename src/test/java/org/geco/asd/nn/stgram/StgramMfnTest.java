package org.geco.asd.nn.stgram;

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
import org.geco.asd.nn.classify.Probabilities;
import org.geco.asd.nn.classify.Sample;
import org.geco.asd.nn.features.EmbeddingNetwork;
import org.geco.asd.nn.features.GoldenNetwork;
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
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Sizes against the authors' code, values against PyTorch's (README.md beside them). */
class StgramMfnTest {
    private static final int[] CLASSES = {1, 0, 1, 1, 2, 0};

    private static final int MELS = 20;

    private static final int HOP = 16;

    private static final int FRAMES = 33;

    private static final ClassifyingNetwork.Shape SHAPE = new ClassifyingNetwork.Shape(6, FRAMES, MELS + HOP, 3);

    private static final StgramMfn NARROW = new StgramMfn(0.1, HOP);

    private static final HeadSettings HEAD = new HeadSettings(HeadSettings.Form.ARC_FACE, 0.7, 30, true, 16);

    private static GoldenNetwork golden;

    @BeforeAll
    static void read() throws Exception {
        Nd4jRuntime.start();
        golden = new GoldenNetwork(new GoldenArrays(StgramMfnTest.class, "stgram-golden.bin"));
    }

    private record Size(FeatureMap out) implements ConvolutionLayer {
        @Override
        public INDArray forward(final INDArray x, final Rectifier unit) {
            throw new UnsupportedOperationException();
        }
    }

    /** The authors' network of 23 machines has 1,156,653, of which a linear layer of 2,967 is never used. */
    @Test
    void hasTheNumberOfParametersOfTheAuthorsCode() throws AsdException {
        try (Parameters parameters = new Parameters(DataType.FLOAT, new Seeds(0)); ClassifyingNetwork network =
            new ClassifyingNetwork(parameters, new StgramMfn(1, 512),
                new ClassifyingNetwork.Shape(1, 313, 128 + 512, 23), HEAD)) {
            parameters.allocate(false);
            assertThat(parameters.values().length()).isEqualTo(1_156_653 - (128 * 23 + 23));
        }
    }

    /** For 10 s: the last map is of 8 × 20 pixels there. */
    @Test
    void hasTheSizesOfTheAuthorsCode() {
        final Map<String, FeatureMap> sizes = new LinkedHashMap<>();
        new StgramMfn(1, 512).layers(new FeatureMap(1, 313, 128, 2), (name, in, convolution) -> {
            sizes.put(name, convolution.output(in));
            return new Size(convolution.output(in));
        }, (name, map) -> null);
        assertThat(sizes).hasSize(23).containsEntry("stem", new FeatureMap(1, 157, 64, 64))
            .containsEntry("depthwise", new FeatureMap(1, 157, 64, 64))
            .containsEntry("block1.expand", new FeatureMap(1, 157, 64, 128))
            .containsEntry("block1.project", new FeatureMap(1, 79, 32, 128))
            .containsEntry("block2.expand", new FeatureMap(1, 79, 32, 256))
            .containsEntry("block3.expand", new FeatureMap(1, 79, 32, 512))
            .containsEntry("block4.project", new FeatureMap(1, 40, 16, 128))
            .containsEntry("block6.expand", new FeatureMap(1, 20, 8, 512))
            .containsEntry("last", new FeatureMap(1, 20, 8, 512)).containsEntry("global", new FeatureMap(1, 1, 1, 512))
            .containsEntry("embedding", new FeatureMap(1, 1, 1, 128));
    }

    /** The last frame's window would end one sample later. */
    private static float[] patches() {
        final float[] values = new float[SHAPE.batch() * SHAPE.frames() * SHAPE.mels()];
        final int clip = SHAPE.frames() * SHAPE.mels();
        for (int i = 0; i < values.length; i++) {
            values[i] = i % clip == clip - 1 ? 0 : 2 * (float)GoldenNetwork.noise(i, 1000);
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
                ClassifyingNetwork network = new ClassifyingNetwork(parameters, NARROW, SHAPE, HEAD)) {
            parameters.allocate(true);
            GoldenNetwork.formula(parameters);
            assertThat(network.gradients(sample(DataType.DOUBLE), (z, dz) -> { }).value())
                .isCloseTo(golden.golden().values("losses")[0], within(1e-5));
            parameters.all().forEach(
                p -> golden.assertKept("g:" + p.name(), p.gradient().dup('c').data().asDouble(), 1e-5));
        }
    }

    /** And then with the batch normalisation folded into the convolutions, and the margin on the own machine. */
    @Test
    void threeStepsAndTheFinishedNetworkAreThoseOfPyTorch() {
        final Parameters parameters = new Parameters(DataType.DOUBLE, new Seeds(0));
        try (ClassifyingSession session = new ClassifyingSession(parameters, NARROW,
            new ClassifyingNetwork(parameters, NARROW, SHAPE, HEAD), new Sgd(parameters, 0.9, 1e-4))) {
            GoldenNetwork.formula(parameters);
            for (int step = 0; step < 3; step++) {
                assertThat(session.step(sample(DataType.DOUBLE), 0.01).value())
                    .isCloseTo(golden.golden().values("losses")[step], within(1e-4));
            }
            session.weights().tensors().forEach(
                (name, tensor) -> golden.assertKept("after:" + name, tensor.values(), 1e-5));
            try (EmbeddingNetwork network =
                new EmbeddingNetwork(NARROW, session.weights(), SHAPE.batch(), SHAPE.frames(), SHAPE.mels())) {
                final float[] z = network.embed(patches(), SHAPE.batch());
                final Probabilities probabilities = new Probabilities(HEAD, session.weights());
                for (int i = 0; i < SHAPE.batch(); i++) {
                    final int size = NARROW.embeddingSize();
                    golden.assertKept("embedding" + i, Arrays.copyOfRange(z, i * size, (i + 1) * size), 1e-3);
                    final double score = probabilities.negativeLogWithMargin(z, i * size, CLASSES[i]);
                    assertThat(score).isCloseTo(golden.golden().values("scores")[i], within(0.01))
                        .isGreaterThan(probabilities.negativeLog(z, i * size, CLASSES[i]));
                }
            }
        }
    }

    @Test
    void gradientsAreThoseOfFiniteDifferences() {
        try (Parameters parameters = new Parameters(DataType.DOUBLE, new Seeds(3));
                ClassifyingNetwork network = new ClassifyingNetwork(parameters, NARROW, SHAPE, HEAD)) {
            parameters.allocate(true);
            final Sample sample =
                new Sample(GradientCheck.normal(7, SHAPE.batch(), SHAPE.frames(), SHAPE.mels(), 1), CLASSES);
            final DoubleSupplier loss = () -> network.gradients(sample, (z, dz) -> { }).value();
            loss.getAsDouble();
            final Map<Parameter, double[]> gradients = new LinkedHashMap<>();
            parameters.all().forEach(p -> gradients.put(p, p.gradient().dup('c').data().asDouble()));
            // PyTorch's values hold all of them; of these some, over the whole depth
            final List<Parameter> all = List.copyOf(gradients.keySet());
            for (int i = 0; i < all.size(); i += 5) {
                final double[] gradient = gradients.get(all.get(i));
                assertThat(GoldenNetwork.slope(all.get(i), loss)).as(all.get(i).name())
                    .isCloseTo(gradient[gradient.length / 2], within(1e-5 * Math.max(1,
                        Math.abs(gradient[gradient.length / 2]))));
            }
        }
    }
}
