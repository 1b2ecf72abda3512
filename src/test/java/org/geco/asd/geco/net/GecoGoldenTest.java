package org.geco.asd.geco.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;

import org.geco.asd.nn.GoldenArrays;
import org.geco.asd.nn.Nd4jRuntime;
import org.geco.asd.nn.Seeds;
import org.geco.asd.nn.Weights;
import org.geco.asd.nn.graph.Graph;
import org.geco.asd.nn.session.GradientSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Network, losses, gradients and steps against the same in PyTorch (README.md beside the values). */
class GecoGoldenTest {

    private static final int ORIGINALS = 5;

    private static final ResNet18 NETWORK = new ResNet18(2);

    private static final GecoGraph.Shape SHAPE = new GecoGraph.Shape(2 * ORIGINALS, 33, 35, 3);

    private static final double[] LAMBDAS = {0, 1.5, 10};

    private static final double[] RATES = {0.02, 0.02, 0.002};

    private static GoldenArrays golden;

    @BeforeAll
    static void read() throws Exception {
        Nd4jRuntime.start();
        golden = new GoldenArrays(GecoGoldenTest.class, "geco-golden.bin");
    }

    private static void assertClose(final String what, final double[] actual, final float[] expected,
        final double tolerance) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as("%s[%d]", what, i).isCloseTo(expected[i], within(tolerance));
        }
    }

    private static double[] doubles(final INDArray array) {
        return array.dup('c').data().asDouble();
    }

    private static Map<String, INDArray> inputs(final ContrastiveForm form, final DataType precision) {
        final float[] classes = golden.values("classes");
        final float[] x = golden.values("x");
        final INDArray oneHot = Nd4j.zeros(precision, SHAPE.batch(), SHAPE.classes());
        for (int i = 0; i < SHAPE.batch(); i++) {
            oneHot.putScalar(i, (int)classes[i % ORIGINALS], 1);
        }
        final Map<String, INDArray> inputs = new HashMap<>();
        inputs.put(GecoGraph.PATCHES, Nd4j.createFromArray(x).reshape(x.length, 1).castTo(precision));
        inputs.put(GecoGraph.ONE_HOT, oneHot);
        if (form == ContrastiveForm.BINARY_CROSS_ENTROPY) {
            final INDArray original = Nd4j.zeros(precision, SHAPE.batch(), 1);
            for (int i = 0; i < ORIGINALS; i++) {
                original.putScalar(i, 0, 1);
            }
            inputs.put(GecoGraph.ORIGINAL, original);
        } else {
            // machine 1 has the originals 0, 2 and 3; the originals 1 and 4 have no positive
            inputs.put(GecoGraph.POSITIVES, pairs(precision, 1 / 6.0, new int[][]{{0, 2}, {0, 3}, {2, 0}, {2, 3},
                {3, 0}, {3, 2}}));
            inputs.put(GecoGraph.COMPARED, pairs(precision, 1, new int[][]{{0, 2}, {0, 3}, {0, 5}, {2, 0}, {2, 3},
                {2, 7}, {3, 0}, {3, 2}, {3, 8}, {1, 1}, {4, 4}, {5, 5}, {6, 6}, {7, 7}, {8, 8}, {9, 9}}));
        }
        return inputs;
    }

    private static INDArray pairs(final DataType precision, final double value, final int[][] pairs) {
        final INDArray matrix = Nd4j.zeros(precision, SHAPE.batch(), SHAPE.batch());
        for (final int[] pair : pairs) {
            matrix.putScalar(pair[0], pair[1], value);
        }
        return matrix;
    }

    @ParameterizedTest
    @EnumSource(value = ContrastiveForm.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void lossesAndGradientsAreThoseOfPyTorch(final ContrastiveForm form) {
        final String prefix = form == ContrastiveForm.BINARY_CROSS_ENTROPY ? "bce." : "supcon.";
        try (Graph graph = new Graph(DataType.DOUBLE, new Seeds(0))) {
            final GecoGraph geco = new GecoGraph(graph, NETWORK, SHAPE, form, 0.5);
            graph.load(golden.part("w:"));
            final Weights expected = golden.part(prefix + "g:");
            assertThat(graph.parameters().keySet()).containsExactlyInAnyOrderElementsOf(expected.names());
            final Map<String, INDArray> inputs = inputs(form, DataType.DOUBLE);
            inputs.put(GecoGraph.LAMBDA, Nd4j.createFromArray(new double[][]{{1.5}}));
            try (GradientSession session =
                new GradientSession(graph, geco.loss(), geco.outputs().toArray(String[]::new))) {
                final GradientSession.Result result = session.run(inputs);
                assertClose("L_CE", new double[]{result.scalar(GecoGraph.CE_LOSS)}, golden.values(prefix + "ce"),
                    1e-6);
                assertClose("L_con", new double[]{result.scalar(GecoGraph.CON_LOSS)}, golden.values(prefix + "con"),
                    1e-6);
                expected.tensors().forEach((name, tensor) -> assertClose("gradient of " + name,
                    doubles(result.gradients().get(name)), tensor.values(), 1e-5));
            }
        }
    }

    @Test
    void threeStepsAreThoseOfPyTorch() {
        final ContrastiveForm form = ContrastiveForm.BINARY_CROSS_ENTROPY;
        try (GecoSession session = new GecoSession(NETWORK, SHAPE, new GecoSession.ContrastiveLoss(form, 1), 0.9, 1e-4,
            new Seeds(0))) {
            session.load(golden.part("w:"));
            for (int step = 0; step < LAMBDAS.length; step++) {
                final GecoSession.Step done =
                    session.step(inputs(form, DataType.FLOAT), LAMBDAS[step], RATES[step]);
                assertClose("L_CE", new double[]{done.ce()}, golden.values("step" + step + ".ce"), 1e-5);
                assertClose("L_con", new double[]{done.con()}, golden.values("step" + step + ".con"), 1e-5);
                assertThat(done.logits()).containsExactly(golden.values("step" + step + ".logits"), within(1e-5f));
            }
            final Weights after = session.weights();
            final Weights expected = golden.part("after:");
            assertThat(after.names()).containsExactlyInAnyOrderElementsOf(expected.names());
            expected.tensors().forEach((name, tensor) -> {
                assertThat(after.get(name).shape()).as(name).containsExactly(tensor.shape());
                assertThat(after.get(name).values()).as(name).containsExactly(tensor.values(), within(1e-5f));
            });
        }
    }

    /** What a model scores with: batch normalisation folded into the convolutions, against PyTorch's eval mode. */
    @Test
    void theFoldedNetworkIsThatOfPyTorchInEvalMode() {
        final int patches = SHAPE.batch();
        try (EmbeddingNetwork network = new EmbeddingNetwork(NETWORK, golden.part("after:"), patches, SHAPE.frames(),
            SHAPE.mels())) {
            assertThat(network.embed(golden.values("x"), patches)).containsExactly(golden.values("embedding"),
                within(1e-5f));
        }
    }
}
