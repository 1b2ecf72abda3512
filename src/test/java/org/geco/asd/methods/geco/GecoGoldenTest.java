package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.geco.asd.common.Seeds;
import org.geco.asd.nn.classify.ClassifyingNetwork;
import org.geco.asd.nn.classify.Sample;
import org.geco.asd.nn.features.EmbeddingNetwork;
import org.geco.asd.nn.resnet.ResNet18;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.GoldenArrays;
import org.geco.asd.nn.tensor.Parameters;
import org.geco.asd.nn.tensor.Weights;
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

    private static final ClassifyingNetwork.Shape SHAPE = new ClassifyingNetwork.Shape(2 * ORIGINALS, 33, 35, 3);

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

    private static INDArray patches(final DataType precision) {
        return Nd4j.createFromArray(golden.values("x")).castTo(precision).reshape(SHAPE.batch(), SHAPE.frames(),
            SHAPE.mels(), 1);
    }

    private static int[] classes() {
        final int[] classes = new int[ORIGINALS];
        java.util.Arrays.setAll(classes, i -> (int)golden.values("classes")[i]);
        return classes;
    }

    @ParameterizedTest
    @EnumSource(value = ContrastiveForm.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void lossesAndGradientsAreThoseOfPyTorch(final ContrastiveForm form) {
        final String prefix = form == ContrastiveForm.BINARY_CROSS_ENTROPY ? "bce." : "supcon.";
        try (Parameters parameters = new Parameters(DataType.DOUBLE, new Seeds(0));
                GecoNetwork geco = new GecoNetwork(parameters, NETWORK, SHAPE, new LossSettings(form, 0.5))) {
            parameters.load(golden.part("w:"));
            final Weights expected = golden.part(prefix + "g:");
            assertThat(parameters.weights().names()).containsExactlyInAnyOrderElementsOf(expected.names());
            final GecoNetwork.Losses losses =
                geco.gradients(new Sample(patches(DataType.DOUBLE), classes()), 1.5);
            assertClose("L_CE", new double[]{losses.ce()}, golden.values(prefix + "ce"), 1e-6);
            assertClose("L_con", new double[]{losses.con()}, golden.values(prefix + "con"), 1e-6);
            parameters.all().forEach(p -> assertClose("gradient of " + p.name(), doubles(p.gradient()),
                expected.get(p.name()).values(), 1e-5));
        }
    }

    @Test
    void threeStepsAreThoseOfPyTorch() {
        final ContrastiveForm form = ContrastiveForm.BINARY_CROSS_ENTROPY;
        try (GecoSession session = new GecoSession(NETWORK, SHAPE, new LossSettings(form, 1), 0.9, 1e-4,
            new Seeds(0))) {
            session.load(golden.part("w:"));
            for (int step = 0; step < LAMBDAS.length; step++) {
                final GecoNetwork.Losses done =
                    session.step(new Sample(patches(DataType.FLOAT), classes()), LAMBDAS[step],
                        RATES[step]);
                assertClose("L_CE", new double[]{done.ce()}, golden.values("step" + step + ".ce"), 1e-5);
                assertClose("L_con", new double[]{done.con()}, golden.values("step" + step + ".con"), 1e-5);
                assertClose("logits", done.logits(), golden.values("step" + step + ".logits"), 1e-5);
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
