package org.geco.asd.geco.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import org.geco.asd.AsdException;
import org.geco.asd.nn.GradientCheck;
import org.geco.asd.nn.Nd4jRuntime;
import org.geco.asd.nn.Seeds;
import org.geco.asd.nn.graph.Graph;
import org.geco.asd.nn.session.GradientSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class GecoGraphTest {

    private static final GecoGraph.Shape SHAPE = new GecoGraph.Shape(4, 33, 35, 3);

    @BeforeAll
    static void start() throws AsdException {
        Nd4jRuntime.start();
    }

    @ParameterizedTest
    @EnumSource
    void gradientsAreThoseOfFiniteDifferences(final ContrastiveForm form) {
        try (Graph graph = new Graph(DataType.DOUBLE, new Seeds(3))) {
            final GecoGraph geco = new GecoGraph(graph, new ResNet18(2), SHAPE, form, 0.5);
            // PyTorch's values check every element; here some of each parameter
            GradientCheck.assertGradientsRight(graph, geco.loss(), inputs(form, 1.5), 4);
        }
    }

    @ParameterizedTest
    @EnumSource(value = ContrastiveForm.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void withLambdaZeroTheGradientIsExactlyThatOfTheCrossEntropy(final ContrastiveForm form) {
        final Map<String, double[]> alone = gradients(ContrastiveForm.NONE, 0);
        final Map<String, double[]> joint = gradients(form, 0);
        assertThat(joint).containsKeys(alone.keySet().toArray(String[]::new));
        alone.forEach((name, gradient) -> assertThat(joint.get(name)).as(name).usingComparatorWithPrecision(0.0)
            .containsExactly(gradient));
    }

    @Test
    void lambdaWeighsTheContrastiveLoss() {
        final Map<String, double[]> none = gradients(ContrastiveForm.BINARY_CROSS_ENTROPY, 0);
        final Map<String, double[]> some = gradients(ContrastiveForm.BINARY_CROSS_ENTROPY, 10);
        assertThat(none.get("contrast.positive")).containsOnly(0.0);
        assertThat(some.get("contrast.positive")).isNotEqualTo(none.get("contrast.positive"));
        assertThat(some.get("stem.conv.weight")).isNotEqualTo(none.get("stem.conv.weight"));
    }

    @Test
    void theOriginalNetworkHasResNet18sNumberOfParameters() {
        try (Graph graph = new Graph(DataType.FLOAT, new Seeds(0))) {
            new GecoGraph(graph, new ResNet18(64), new GecoGraph.Shape(2, 65, 128, 1000), ContrastiveForm.NONE, 1);
            // torchvision's resnet18() has 11,689,512 with three input channels: two channels of 64 · 7 · 7 less
            assertThat(graph.weights().count()).isEqualTo(11_689_512L - 2 * 64 * 7 * 7);
        }
    }

    private static Map<String, double[]> gradients(final ContrastiveForm form, final double lambda) {
        try (Graph graph = new Graph(DataType.DOUBLE, new Seeds(3))) {
            final GecoGraph geco = new GecoGraph(graph, new ResNet18(2), SHAPE, form, 0.5);
            try (GradientSession session = new GradientSession(graph, geco.loss())) {
                final Map<String, double[]> gradients = new HashMap<>();
                session.run(inputs(form, lambda)).gradients()
                    .forEach((name, array) -> gradients.put(name, array.dup('c').data().asDouble()));
                return gradients;
            }
        }
    }

    /** Two originals of one class and their reconstructions. */
    private static Map<String, INDArray> inputs(final ContrastiveForm form, final double lambda) {
        final Map<String, INDArray> inputs = new HashMap<>();
        inputs.put(GecoGraph.PATCHES,
            GradientCheck.normal(7, (long)SHAPE.batch() * SHAPE.frames() * SHAPE.mels(), 1));
        inputs.put(GecoGraph.ONE_HOT,
            Nd4j.createFromArray(new double[][]{{0, 1, 0}, {0, 1, 0}, {0, 1, 0}, {0, 1, 0}}));
        if (form != ContrastiveForm.NONE) {
            inputs.put(GecoGraph.LAMBDA, Nd4j.createFromArray(new double[][]{{lambda}}));
        }
        if (form == ContrastiveForm.BINARY_CROSS_ENTROPY) {
            inputs.put(GecoGraph.ORIGINAL, Nd4j.createFromArray(new double[][]{{1}, {1}, {0}, {0}}));
        } else if (form == ContrastiveForm.SUPERVISED_CONTRASTIVE) {
            inputs.put(GecoGraph.POSITIVES, Nd4j.createFromArray(
                new double[][]{{0, 0.5, 0, 0}, {0.5, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}}));
            inputs.put(GecoGraph.COMPARED, Nd4j.createFromArray(
                new double[][]{{0, 1, 1, 1}, {1, 0, 1, 1}, {0, 0, 1, 0}, {0, 0, 0, 1}}));
        }
        return inputs;
    }
}
