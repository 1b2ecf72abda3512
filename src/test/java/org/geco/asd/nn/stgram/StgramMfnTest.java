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
import org.geco.asd.files.Tensor;
import org.geco.asd.nn.classify.ClassifyingNetwork;
import org.geco.asd.nn.classify.ClassifyingSession;
import org.geco.asd.nn.classify.HeadSettings;
import org.geco.asd.nn.classify.Probabilities;
import org.geco.asd.nn.classify.Sample;
import org.geco.asd.nn.features.EmbeddingNetwork;
import org.geco.asd.nn.layers.ConvolutionLayer;
import org.geco.asd.nn.layers.FeatureMap;
import org.geco.asd.nn.optim.Sgd;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.GoldenArrays;
import org.geco.asd.nn.tensor.GradientCheck;
import org.geco.asd.nn.tensor.Parameter;
import org.geco.asd.nn.tensor.Parameters;
import org.geco.asd.nn.tensor.Weights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Sizes against the authors' code, values against PyTorch's (README.md beside them). */
class StgramMfnTest {
    private static final int KEPT = 20;

    private static final double STEP = 1e-8;

    private static final int[] CLASSES = {1, 0, 1, 1, 2, 0};

    private static final int MELS = 20;

    private static final int HOP = 16;

    private static final int FRAMES = 33;

    private static final ClassifyingNetwork.Shape SHAPE = new ClassifyingNetwork.Shape(6, FRAMES, MELS + HOP, 3);

    private static final StgramMfn NARROW = new StgramMfn(0.1, HOP);

    private static final HeadSettings HEAD = new HeadSettings(HeadSettings.Form.ARC_FACE, 0.7, 30, true, 16);

    private static GoldenArrays golden;

    @BeforeAll
    static void read() throws Exception {
        Nd4jRuntime.start();
        golden = new GoldenArrays(StgramMfnTest.class, "stgram-golden.bin");
    }

    private record Size(FeatureMap out) implements ConvolutionLayer {
        @Override
        public INDArray forward(final INDArray x) {
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

    /** As in the script: uniform in −1 to 1, the same numbers wherever they are computed. */
    private static double noise(final int index, final int stream) {
        return 2 * ((Math.sin(12.9898 * (index + 1) + 78.233 * stream) * 437.585453 + 1000) % 1) - 1;
    }

    private static void formula(final Parameters parameters) {
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        parameters.all().forEach(p -> {
            final float[] values = new float[(int)Tensor.elements(p.shape())];
            final boolean isVector = p.shape()[0] == 1 && p.shape().length == 2;
            final double scale =
                isVector ? 0.3 : Math.sqrt(6.0 / (values.length / p.shape()[p.shape().length - 1]));
            for (int i = 0; i < values.length; i++) {
                values[i] = (float)(scale * noise(i, tensors.size()) + (p.name().endsWith(".gain") ? 1 : 0));
            }
            tensors.put(p.name(), new Tensor(p.shape(), values));
        });
        parameters.load(Weights.of(tensors));
    }

    /** The last frame's window would end one sample later. */
    private static float[] patches() {
        final float[] values = new float[SHAPE.batch() * SHAPE.frames() * SHAPE.mels()];
        final int clip = SHAPE.frames() * SHAPE.mels();
        for (int i = 0; i < values.length; i++) {
            values[i] = i % clip == clip - 1 ? 0 : 2 * (float)noise(i, 1000);
        }
        return values;
    }

    private static Sample sample(final DataType precision) {
        return new Sample(Nd4j.createFromArray(patches()).castTo(precision).reshape(SHAPE.batch(), SHAPE.frames(),
            SHAPE.mels(), 1), CLASSES);
    }

    private static void assertKept(final String name, final double[] actual, final double tolerance) {
        final float[] expected = golden.values(name);
        double squares = 0;
        for (int i = 0; i < actual.length; i++) {
            squares += actual[i] * actual[i];
            if (i < Math.min(KEPT, expected.length - 1)) {
                assertThat(actual[i]).as("%s[%d]", name, i).isCloseTo(expected[i],
                    within(tolerance * Math.max(1, Math.abs(expected[i]))));
            }
        }
        assertThat(Math.sqrt(squares)).as(name).isCloseTo(expected[expected.length - 1],
            within(tolerance * Math.max(1, expected[expected.length - 1])));
    }

    private static double[] doubles(final float[] values) {
        final double[] doubles = new double[values.length];
        Arrays.setAll(doubles, i -> values[i]);
        return doubles;
    }

    @Test
    void gradientsAreThoseOfPyTorch() {
        try (Parameters parameters = new Parameters(DataType.DOUBLE, new Seeds(0));
                ClassifyingNetwork network = new ClassifyingNetwork(parameters, NARROW, SHAPE, HEAD)) {
            parameters.allocate(true);
            formula(parameters);
            assertThat(network.gradients(sample(DataType.DOUBLE), (z, dz) -> { }).value())
                .isCloseTo(golden.values("losses")[0], within(1e-5));
            parameters.all().forEach(p -> assertKept("g:" + p.name(), p.gradient().dup('c').data().asDouble(), 1e-5));
        }
    }

    /** And then with the batch normalisation folded into the convolutions, and the margin on the own machine. */
    @Test
    void threeStepsAndTheFinishedNetworkAreThoseOfPyTorch() {
        final Parameters parameters = new Parameters(DataType.DOUBLE, new Seeds(0));
        try (ClassifyingSession session = new ClassifyingSession(parameters, NARROW,
            new ClassifyingNetwork(parameters, NARROW, SHAPE, HEAD), new Sgd(parameters, 0.9, 1e-4))) {
            formula(parameters);
            for (int step = 0; step < 3; step++) {
                assertThat(session.step(sample(DataType.DOUBLE), 0.01).value())
                    .isCloseTo(golden.values("losses")[step], within(1e-4));
            }
            session.weights().tensors().forEach(
                (name, tensor) -> assertKept("after:" + name, doubles(tensor.values()), 1e-5));
            try (EmbeddingNetwork network =
                new EmbeddingNetwork(NARROW, session.weights(), SHAPE.batch(), SHAPE.frames(), SHAPE.mels())) {
                final float[] z = network.embed(patches(), SHAPE.batch());
                final Probabilities probabilities = new Probabilities(HEAD, session.weights());
                for (int i = 0; i < SHAPE.batch(); i++) {
                    final int size = NARROW.embeddingSize();
                    assertKept("embedding" + i, doubles(Arrays.copyOfRange(z, i * size, (i + 1) * size)), 1e-3);
                    final double score = probabilities.negativeLogWithMargin(z, i * size, CLASSES[i]);
                    assertThat(score).isCloseTo(golden.values("scores")[i], within(0.01))
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
                assertThat(slope(all.get(i), loss)).as(all.get(i).name())
                    .isCloseTo(gradient[gradient.length / 2], within(1e-5 * Math.max(1,
                        Math.abs(gradient[gradient.length / 2]))));
            }
        }
    }

    /** In a step so small that few rectifiers have their kink in it. */
    private static double slope(final Parameter parameter, final DoubleSupplier loss) {
        final INDArray values = parameter.value().reshape(parameter.value().length());
        final long i = values.length() / 2;
        final double before = values.getDouble(i);
        values.putScalar(i, before + STEP);
        final double above = loss.getAsDouble();
        values.putScalar(i, before - STEP);
        final double below = loss.getAsDouble();
        values.putScalar(i, before);
        return (above - below) / (2 * STEP);
    }
}
